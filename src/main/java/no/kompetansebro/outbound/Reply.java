package no.kompetansebro.outbound;

import java.util.List;
import java.util.Optional;

/** What came of a call. */
public sealed interface Reply {

    /**
     * An answer, whatever its status but a redirect.
     *
     * @param text the body read as UTF-8; may be anything: its content type is only a hint
     */
    record Answer(int status, List<Header> headers, String text) implements Reply {

        public Answer {
            headers = List.copyOf(headers);
        }

        /** Status 200 to 299. */
        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The first header of the name, in whatever case. */
        public Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        /** Every header of the name, in whatever case, in their order. */
        public List<String> headers(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .toList();
        }

        @Override
        public String toString() {
            return "Answer " + status;
        }
    }

    /** None, or none that may be read. */
    record NoAnswer(Cause cause) implements Reply {}

    /** One header line. */
    record Header(String name, String value) {}
}
