package no.kompetansebro.training.reminders;

import java.util.Optional;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** A mail server for the thread that asks for one; scheduled work of the same context has none. */
@Component
@Primary
class MailServerForTests extends MailServer {

    private final ThreadLocal<Optional<JavaMailSender>> here = ThreadLocal.withInitial(Optional::empty);

    MailServerForTests(ObjectProvider<JavaMailSender> sender) {
        super(sender);
    }

    @Override
    Optional<JavaMailSender> sender() {
        return here.get();
    }

    void use(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        Properties patience = sender.getJavaMailProperties();
        patience.setProperty("mail.smtp.connectiontimeout", "5000");
        patience.setProperty("mail.smtp.timeout", "5000");
        here.set(Optional.of(sender));
    }

    void useNone() {
        here.remove();
    }
}
