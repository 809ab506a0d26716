package no.kompetansebro.training.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Writes small PDFs, sound and hostile ones. */
final class PdfsForTests {

    private static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R %s >>";

    private PdfsForTests() {}

    /** One page that says so; with these entries in its catalog and these objects more. */
    static byte[] pdf(String inCatalog, byte[]... more) {
        List<byte[]> objects = new ArrayList<>(List.of(
                CATALOG.formatted(inCatalog).getBytes(ISO_8859_1),
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".getBytes(ISO_8859_1),
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>".getBytes(ISO_8859_1),
                stream("/Filter /FlateDecode", packed("BT (Kursbevis \\(f\\370rstehjelp\\)) Tj ET"))));
        objects.addAll(List.of(more));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(ISO_8859_1));
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(file.size()));
            file.writeBytes("%d 0 obj\n".formatted(i + 1).getBytes(ISO_8859_1));
            file.writeBytes(objects.get(i));
            file.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
        }
        int start = file.size();
        file.writeBytes("xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(objects.size() + 1, table, objects.size() + 1, start)
                .getBytes(ISO_8859_1));
        return file.toByteArray();
    }

    static byte[] object(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static byte[] stream(String entries, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                "<< /Length %d %s >>\nstream\n".formatted(data.length, entries).getBytes(ISO_8859_1));
        out.writeBytes(data);
        out.writeBytes("\nendstream".getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    static byte[] packed(String text) {
        return packed(text.getBytes(ISO_8859_1));
    }

    static byte[] packed(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(out)) {
            packing.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] followedBy(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
