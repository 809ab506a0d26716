package no.kompetansebro.training.reminders;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The mail server that the operator configured ({@code spring.mail.host}), if any. */
@Component
class MailServer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final ObjectProvider<JavaMailSender> sender;

    MailServer(ObjectProvider<JavaMailSender> sender) {
        this.sender = sender;
    }

    Optional<JavaMailSender> sender() {
        return sender.stream().findFirst();
    }

    boolean isConfigured() {
        return sender().isPresent();
    }

    /** Gives it to the server. Never throws for anything that the server says or does. */
    Answer send(Mail mail) {
        JavaMailSender server = sender().orElseThrow(() -> new IllegalStateException("No mail server is configured"));
        try {
            server.send(message(mail, server.createMimeMessage()));
            return new Answer.Accepted();
        } catch (MailException e) {
            return SmtpProblem.of(e);
        } catch (MessagingException e) {
            return new Answer.AddressRefused(Optional.empty());
        }
    }

    private static MimeMessage message(Mail mail, MimeMessage message) throws MessagingException {
        message.setFrom(named(mail.from(), mail.fromName()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), UTF_8);
        message.setHeader(
                "Message-ID",
                "<" + mail.letter() + mail.from().substring(mail.from().indexOf('@')) + ">");
        message.setHeader("Content-Language", mail.language().code());
        // RFC 3834 section 5: nobody's machine answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("List-Unsubscribe", "<" + mail.choices() + ">");
        message.setContent(new MimeMultipart("alternative", text(mail.plain(), "plain"), text(mail.html(), "html")));
        return message;
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        InternetAddress named = new InternetAddress(address, true);
        try {
            named.setPersonal(name, UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return named;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }
}
