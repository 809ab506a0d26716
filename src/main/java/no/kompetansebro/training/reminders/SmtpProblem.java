package no.kompetansebro.training.reminders;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Reads what went wrong from the server's codes (RFC 5321 section 4.2, RFC 3463): 4xx is later, 5xx is never. What is about
 * us and not about the letter (sender, policy, sign-in, no connection) is the server's trouble. Without a code the
 * conversation broke off in the middle.
 */
final class SmtpProblem {

    private static final Pattern ENHANCED = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** RFC 3463 section 3.8: security or policy; RCPT refused so is about us, as relaying denied is. */
    private static final String POLICY = "5.7.";

    private SmtpProblem() {}

    static Answer of(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return new Answer.ServerTrouble(Optional.empty());
        }
        return failure instanceof MailSendException send ? of(send) : new Answer.ServerTrouble(Optional.empty());
    }

    /**
     * Without a failed letter only saying goodbye failed: the letter had been taken. Where the letter failed of the very cause
     * of the whole, it never came to be offered: connecting, greeting or signing in failed.
     */
    private static Answer of(MailSendException failure) {
        Exception[] letters = failure.getMessageExceptions();
        if (letters.length == 0) {
            return new Answer.Accepted();
        }
        return letters[0].equals(failure.getCause()) ? new Answer.ServerTrouble(Optional.empty()) : of(chain(letters));
    }

    private static Answer of(List<Exception> chain) {
        return chain.stream().flatMap(each -> answer(each).stream()).findFirst().orElseGet(Answer.Unknown::new);
    }

    private static Optional<Answer> answer(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address ->
                Optional.of(ofAddress(address.getReturnCode(), reply(address.getReturnCode(), address)));
            case SMTPSenderFailedException sender ->
                Optional.of(new Answer.ServerTrouble(reply(sender.getReturnCode(), sender)));
            case SMTPSendFailedException send
            when String.valueOf(send.getCommand()).startsWith("MAIL") ->
                Optional.of(new Answer.ServerTrouble(reply(send.getReturnCode(), send)));
            case SMTPSendFailedException send -> ofLetter(send.getReturnCode(), reply(send.getReturnCode(), send));
            case AuthenticationFailedException _ -> Optional.of(new Answer.ServerTrouble(Optional.empty()));
            case AddressException _ -> Optional.of(new Answer.AddressRefused(Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static Answer ofAddress(int code, Optional<String> reply) {
        if (code >= 500) {
            return reply.orElse("").contains(POLICY)
                    ? new Answer.ServerTrouble(reply)
                    : new Answer.AddressRefused(reply);
        }
        return new Answer.Later(reply);
    }

    /** What was said to the letter as a whole; a code of success means that a single address was the problem. */
    private static Optional<Answer> ofLetter(int code, Optional<String> reply) {
        if (code >= 500) {
            return Optional.of(new Answer.Refused(reply));
        }
        return code >= 400 ? Optional.of(new Answer.Later(reply)) : Optional.empty();
    }

    private static Optional<String> reply(int code, Exception failure) {
        Matcher enhanced = ENHANCED.matcher(String.valueOf(failure.getMessage()));
        return Optional.of(enhanced.find() ? code + " " + enhanced.group(1) : String.valueOf(code));
    }

    /** Each failure with what it names as its next, addresses before the letter. */
    private static List<Exception> chain(Exception[] failures) {
        List<Exception> chain = new ArrayList<>();
        Arrays.stream(failures).forEach(failure -> follow(failure, chain));
        return Stream.concat(
                        chain.stream().filter(SMTPAddressFailedException.class::isInstance),
                        chain.stream().filter(each -> !(each instanceof SMTPAddressFailedException)))
                .toList();
    }

    private static void follow(Exception failure, List<Exception> chain) {
        chain.add(failure);
        if (failure instanceof MessagingException message && message.getNextException() != null) {
            follow(message.getNextException(), chain);
        }
    }
}
