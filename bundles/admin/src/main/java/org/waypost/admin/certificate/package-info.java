/**
 * Certificates in files: {@link org.waypost.admin.certificate.CertificateFile} reads them, for the use case and for the doctor;
 * {@link org.waypost.admin.certificate.KeyStoreWatch} has a new one shown.
 */
package org.waypost.admin.certificate;
