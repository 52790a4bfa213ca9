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
    private static final Long HOUR_NANOS = 3_600_000_000_000L;

    private final Map<String, String> packages;
    private final Map<String, String> texts;
    private final Set<String> hanging;
    private final Set<String> throwing;
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
     * @param hanging methods that wait for an hour before they do what they do, as {@code package/Class.method}
     * @param throwing methods that throw before they do anything, named likewise; a constructor is {@code <init>}
     */
    ClassVariant(Map<String, String> packages, Map<String, String> texts, Set<String> hanging, Set<String> throwing) {
        this.packages = Map.copyOf(packages);
        this.texts = Map.copyOf(texts);
        this.hanging = Set.copyOf(hanging);
        this.throwing = Set.copyOf(throwing);
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

    private static void hang(MethodVisitor code) {
        code.visitLdcInsn(HOUR_NANOS);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/concurrent/locks/LockSupport", "parkNanos", "(J)V", false);
    }

    // By a call that fails: after an instruction that always throws, the verifier wants to be told how things stand.
    private static void fail(MethodVisitor code) {
        code.visitLdcInsn(BundleVariant.PURPOSE);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Integer", "parseInt", "(Ljava/lang/String;)I", false);
        code.visitInsn(Opcodes.POP);
    }

    private final class Texts extends ClassVisitor {
        private String name;

        Texts(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(int version, int access, String internalName, String signature, String superName, String[] interfaces) {
            name = internalName;
            super.visit(version, access, internalName, signature, superName, interfaces);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            return super.visitField(access, name, descriptor, signature, changed(value));
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
            String place = name + "." + method;
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, method, descriptor, signature, exceptions)) {
                @Override
                public void visitCode() {
                    super.visitCode();
                    if (hanging.contains(place)) {
                        applied.add(place);
                        hang(mv);
                    }
                    if (throwing.contains(place)) {
                        applied.add(place);
                        fail(mv);
                    }
                }

                @Override
                public void visitMaxs(int stack, int locals) {
                    super.visitMaxs(Math.max(2, stack), locals);
                }

                @Override
                public void visitLdcInsn(Object value) {
                    super.visitLdcInsn(changed(value));
                }

                @Override
                public void visitInvokeDynamicInsn(String bound, String type, Handle bootstrap, Object... arguments) {
                    Object[] changed = new Object[arguments.length];
                    for (int i = 0; i < arguments.length; i++) {
                        changed[i] = changed(arguments[i]);
                    }
                    super.visitInvokeDynamicInsn(bound, type, bootstrap, changed);
                }
            };
        }
    }
}
