/** Certificates in files: {@link org.waypost.admin.certificate.CertificateFile} reads them, for the use case and for the doctor. */
package org.waypost.admin.certificate;
