package no.kompetansebro.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A request's body as it arrives, refused with 413 as soon as it is longer than allowed. */
final class BoundedInput extends FilterInputStream {

    private final DataSize longest;
    private long left;

    private BoundedInput(InputStream in, DataSize longest) {
        super(in);
        this.longest = longest;
        this.left = longest.toBytes();
    }

    static BoundedInput of(HttpServletRequest request, DataSize longest) throws IOException {
        if (request.getContentLengthLong() > longest.toBytes()) {
            throw tooLarge(longest);
        }
        return new BoundedInput(request.getInputStream(), longest);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = super.read(to, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw tooLarge(longest);
        }
    }

    private static RequestRefused tooLarge(DataSize longest) {
        return new RequestRefused(Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The body is longer than " + longest.toMegabytes() + " MB"));
    }
}
