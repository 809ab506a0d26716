package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import no.kompetansebro.organisation.EmployerCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

/** Reads the date of a page from its address; what is no date, or more than 30 years away, is a bad request. */
@Component
class AsOfArgument implements HandlerMethodArgumentResolver {

    private static final int YEARS = 30;

    private final EmployerCalendar calendar;

    AsOfArgument(EmployerCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(AsOf.class);
    }

    @Override
    public AsOf resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        LocalDate today = calendar.today();
        String text = request.getParameter(AsOf.PARAMETER);
        return new AsOf(text == null || text.isBlank() ? today : near(today, parse(text)), today);
    }

    private static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "per is no date", e);
        }
    }

    private static LocalDate near(LocalDate today, LocalDate date) {
        if (date.isBefore(today.minusYears(YEARS)) || date.isAfter(today.plusYears(YEARS))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "per is too far away");
        }
        return date;
    }
}
