package no.kompetansebro.training.proof;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Decides what a file is by what is in it, and whether it is kept (ADR 10): a PDF as it came, a picture drawn anew, so
 * that nothing but the picture is left of it.
 */
@Component
public class DocumentCheck {

    private final long largest;

    DocumentCheck(@Value("${kompetansebro.documents.max-file-size:10MB}") DataSize largest) {
        this.largest = largest.toBytes();
    }

    /** Why a file is refused; part of message keys. */
    public enum Refusal {
        EMPTY,
        TOO_LARGE,
        WRONG_TYPE,
        UNREADABLE,
        ENCRYPTED,
        ACTIVE_CONTENT,
        TOO_MANY_PIXELS
    }

    /** What came of it. */
    public sealed interface Checked {}

    /** To be kept as it is here. */
    public static final class Sound implements Checked {

        private final MediaType type;
        private final byte[] content;

        /** Takes the bytes as they are; nobody changes them. */
        Sound(MediaType type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        MediaType type() {
            return type;
        }

        byte[] content() {
            return content;
        }
    }

    /** Not to be kept. */
    public record Refused(Refusal why) implements Checked {}

    /** What a document can be. */
    enum MediaType {
        PDF("application/pdf", "pdf"),
        PNG("image/png", "png"),
        JPEG("image/jpeg", "jpg");

        private final String text;
        private final String extension;

        MediaType(String text, String extension) {
            this.text = text;
            this.extension = extension;
        }

        String text() {
            return text;
        }

        String extension() {
            return extension;
        }

        static MediaType of(String text) {
            for (MediaType type : values()) {
                if (type.text.equals(text)) {
                    return type;
                }
            }
            throw new IllegalArgumentException(text);
        }
    }

    /** The largest file, in bytes. */
    long largest() {
        return largest;
    }

    public Checked check(byte[] file) {
        if (file.length == 0) {
            return new Refused(Refusal.EMPTY);
        }
        if (file.length > largest) {
            return new Refused(Refusal.TOO_LARGE);
        }
        return type(file).map(type -> check(type, file)).orElse(new Refused(Refusal.WRONG_TYPE));
    }

    private static Checked check(MediaType type, byte[] file) {
        return switch (type) {
            case PDF -> PdfCheck.of(file).<Checked>map(Refused::new).orElseGet(() -> new Sound(MediaType.PDF, file));
            case PNG, JPEG -> PictureCheck.of(type, file);
        };
    }

    private static Optional<MediaType> type(byte[] file) {
        if (begins(file, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(MediaType.PDF);
        }
        if (begins(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(MediaType.PNG);
        }
        return begins(file, 0xff, 0xd8, 0xff) ? Optional.of(MediaType.JPEG) : Optional.empty();
    }

    private static boolean begins(byte[] file, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= file.length || (file[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
