package no.kompetansebro.training.proof;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.training.proof.DocumentCheck.Refusal;
import no.kompetansebro.training.proof.PdfTokens.Kind;
import no.kompetansebro.training.proof.PdfTokens.Unreadable;

/**
 * Whether a PDF is one from its first byte to its last, and holds nothing that does more than show pages. All of it is
 * looked through, what is packed too, and also what its own table of contents does not name: a reader may be led to
 * any byte of it. What cannot be looked through (encrypted, or objects in an unusual wrapping) is refused.
 */
final class PdfCheck {

    /** Actions and contents that are more than pages (ISO 32000-1, 7.11.4, 12.6, 12.7.5, 13). */
    private static final Set<String> ACTIVE = Set.of(
            "JavaScript",
            "Launch",
            "EmbeddedFile",
            "EmbeddedFiles",
            "FileAttachment",
            "RichMedia",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Rendition",
            "Movie",
            "Sound",
            "XFA");

    /** Too short to be looked for in what may be a picture's bytes; looked for among tokens. */
    private static final Set<String> ACTIVE_AMONG_TOKENS = Set.of("JS", "EF");

    private static final Set<String> TELLING = Set.of("Encrypt", "Catalog", "Pages");

    private static final int END_OF_FILE_WITHIN = 1024;
    private static final int ZIP_COMMENT = 65_557;
    private static final int DEEPEST = 200;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_OBJECTS = 20_000_000;

    private final byte[] file;
    private final PdfBytes bytes;
    private final Set<String> names = new HashSet<>();

    private PdfCheck(byte[] file) {
        this.file = file;
        this.bytes = new PdfBytes(file);
    }

    /** Why the file is refused; empty where it is sound. */
    static Optional<Refusal> of(byte[] file) {
        try {
            return new PdfCheck(file).refusal();
        } catch (Unreadable e) {
            return Optional.of(Refusal.UNREADABLE);
        }
    }

    private Optional<Refusal> refusal() {
        requireFrame();
        noteNames(file, file.length);
        for (int at = bytes.indexOf("stream", 0); at >= 0; at = bytes.indexOf("stream", at + 1)) {
            bytes.unpack(dataAfter(at), LONGEST_NAME, this::noteNames);
        }
        if (names.contains("Encrypt")) {
            return Optional.of(Refusal.ENCRYPTED);
        }
        readTokens(file, true);
        if (names.stream().anyMatch(name -> ACTIVE.contains(name) || ACTIVE_AMONG_TOKENS.contains(name))) {
            return Optional.of(Refusal.ACTIVE_CONTENT);
        }
        return names.containsAll(Set.of("Catalog", "Pages")) ? Optional.empty() : Optional.of(Refusal.UNREADABLE);
    }

    /** It ends as a PDF does, says where its table is and has one there; and it is no archive as well. */
    private void requireFrame() {
        int end = bytes.lastIndexOf("%%EOF");
        int table = bytes.lastIndexOf("startxref");
        boolean sound = end >= file.length - END_OF_FILE_WITHIN
                && bytes.isBlankFrom(end + "%%EOF".length())
                && table >= 0
                && table < end
                && hasTable(table + "startxref".length())
                && bytes.indexOf("PK\u0005\u0006", Math.max(0, file.length - ZIP_COMMENT)) < 0;
        if (!sound) {
            throw new Unreadable();
        }
    }

    private boolean hasTable(int place) {
        PdfTokens tokens = new PdfTokens(file, place);
        if (tokens.next() != Kind.WORD || !tokens.text().matches("\\d{1,9}")) {
            return false;
        }
        PdfTokens there = new PdfTokens(file, Math.min(Integer.parseInt(tokens.text()), file.length));
        there.next();
        if (there.text().equals("xref")) {
            return true;
        }
        there.next();
        there.next();
        return there.text().equals("obj");
    }

    /** Everything that is opened is closed, and every stream ends. */
    private void readTokens(byte[] read, boolean streams) {
        PdfTokens tokens = new PdfTokens(read, 0);
        PdfDictionary dictionary = new PdfDictionary();
        int depth = 0;
        for (Kind kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
            dictionary.add(kind, tokens.text());
            switch (kind) {
                case NAME -> names.add(tokens.text());
                case OPEN_DICTIONARY, OPEN_ARRAY -> depth++;
                case CLOSE_DICTIONARY, CLOSE_ARRAY -> depth--;
                case WORD -> {
                    if (streams && tokens.text().equals("stream")) {
                        tokens.moveTo(afterStream(tokens.position(), dictionary));
                    }
                    if (tokens.text().equals("obj") || tokens.text().equals("stream")) {
                        dictionary = new PdfDictionary();
                    }
                }
                case STRING, END -> {}
            }
            if (depth < 0 || depth > DEEPEST) {
                throw new Unreadable();
            }
        }
        if (depth != 0) {
            throw new Unreadable();
        }
    }

    private int afterStream(int at, PdfDictionary dictionary) {
        int end = bytes.indexOf("endstream", at);
        if (end < 0 || (dictionary.holdsObjects() && !dictionary.isPlain())) {
            throw new Unreadable();
        }
        if (dictionary.holdsObjects()) {
            byte[] objects = dictionary.isPacked() ? unpacked(at) : Arrays.copyOfRange(file, at, end);
            if (objects.length == 0) {
                throw new Unreadable();
            }
            readTokens(objects, false);
        }
        return end + "endstream".length();
    }

    private byte[] unpacked(int at) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        bytes.unpack(dataAfter(at - "stream".length()), 0, (piece, length) -> {
            if (all.size() > MOST_OBJECTS) {
                throw new Unreadable();
            }
            all.write(piece, 0, length);
        });
        return all.toByteArray();
    }

    /** The names that matter among the bytes, wherever they stand. */
    private void noteNames(byte[] read, int length) {
        for (int i = 0; i < length; i++) {
            if (read[i] == '/') {
                int end = PdfTokens.endOfName(read, i + 1, Math.min(length, i + LONGEST_NAME));
                String name = PdfTokens.decodedName(read, i + 1, end);
                if (ACTIVE.contains(name) || TELLING.contains(name)) {
                    names.add(name);
                }
            }
        }
    }

    /** Where the data begin after the word {@code stream}. */
    private int dataAfter(int at) {
        int data = at + "stream".length();
        while (data < file.length && PdfTokens.isBlank(file[data])) {
            data++;
        }
        return data;
    }
}
