package no.kompetansebro.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.EmployerScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page's model the {@code shell} that the layout shows around it. */
@Component
class Layout implements HandlerInterceptor {

    private final List<Navigation> navigation;
    private final ViewerArgument viewers;
    private final EmployerNames names;

    Layout(List<Navigation> navigation, ViewerArgument viewers, EmployerNames names) {
        this.navigation = List.copyOf(navigation);
        this.viewers = viewers;
        this.names = names;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view != null && view.getViewName() != null && !view.getViewName().startsWith("redirect:")) {
            view.addObject("shell", shell(request));
        }
    }

    private ShellView shell(HttpServletRequest request) {
        Language language = Language.serving(LocaleContextHolder.getLocale()).orElse(Language.NB);
        return new ShellView(
                language.tag(),
                EmployerScope.current().map(names::of).orElse(""),
                menu(request),
                Arrays.stream(Language.values())
                        .map(each -> link(each, language, request))
                        .toList());
    }

    private ShellView.Rows menu(HttpServletRequest request) {
        String date = request.getParameter("per");
        String kept = date != null && date.matches("\\d{4}-\\d{2}-\\d{2}") ? "?per=" + date : "";
        return EmployerScope.current()
                .flatMap(e -> viewers.viewer(new ServletWebRequest(request)))
                .map(this::menu)
                .orElse(Menu.of(List.of()))
                .on(path(request), kept);
    }

    /** The viewer's menu. */
    Menu menu(Viewer viewer) {
        return Menu.of(navigation.stream()
                .flatMap(each -> each.entries(viewer).stream())
                .toList());
    }

    /** The address that was asked for, on an error page too. */
    private static String here(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            return failed;
        }
        String query = request.getQueryString();
        return path(request) + (query == null ? "" : "?" + query);
    }

    /** The one that was asked for, where another page answers for it. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private static ShellView.LanguageLink link(Language each, Language current, HttpServletRequest request) {
        String href = UriComponentsBuilder.fromPath("/sprak/{language}")
                .queryParam("til", "{til}")
                .encode()
                .buildAndExpand(each.tag().toLowerCase(Locale.ROOT), here(request))
                .toUriString();
        return new ShellView.LanguageLink(each.tag(), each.ownName(), href, each == current);
    }
}
