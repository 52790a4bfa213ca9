package org.waypost.itests.harness;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Renames packages and rewrites string constants in class files. */
final class ClassVariant {
    private final Map<String, String> packages;
    private final Map<String, String> texts;
    private final Set<String> applied = new HashSet<>();
    private final Remapper names = new Remapper(Opcodes.ASM9) {
        @Override
        public String map(String internalName) {
            return pathOf(internalName);
        }
    };

    /**
     * @param packages old name to new, with slashes; packages below them are not renamed
     * @param texts old text to new
     */
    ClassVariant(Map<String, String> packages, Map<String, String> texts) {
        this.packages = Map.copyOf(packages);
        this.texts = Map.copyOf(texts);
    }

    /** What was found and changed so far. */
    Set<String> applied() {
        return applied;
    }

    /** Where a class file goes; the extension may be missing. */
    String pathOf(String path) {
        int slash = path.lastIndexOf('/');
        String renamed = slash < 0 ? null : packages.get(path.substring(0, slash));
        if (renamed == null) {
            return path;
        }
        applied.add(path.substring(0, slash));
        return renamed + path.substring(slash);
    }

    byte[] of(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new Texts(new ClassRemapper(writer, names)), 0);
        return writer.toByteArray();
    }

    private Object changed(Object constant) {
        if (!(constant instanceof String text)) {
            return constant;
        }
        String changed = text;
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            if (changed.contains(entry.getKey())) {
                applied.add(entry.getKey());
                changed = changed.replace(entry.getKey(), entry.getValue());
            }
        }
        return changed;
    }

    private final class Texts extends ClassVisitor {
        Texts(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            return super.visitField(access, name, descriptor, signature, changed(value));
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitLdcInsn(Object value) {
                    super.visitLdcInsn(changed(value));
                }

                @Override
                public void visitInvokeDynamicInsn(String method, String type, Handle bootstrap, Object... arguments) {
                    Object[] changed = new Object[arguments.length];
                    for (int i = 0; i < arguments.length; i++) {
                        changed[i] = changed(arguments[i]);
                    }
                    super.visitInvokeDynamicInsn(method, type, bootstrap, changed);
                }
            };
        }
    }
}
