package no.kompetansebro.shell;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the shell's parts into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class ShellWeb implements WebMvcConfigurer {

    private final Layout layout;
    private final ViewerArgument viewer;
    private final StorableParameters parameters;

    ShellWeb(Layout layout, ViewerArgument viewer, StorableParameters parameters) {
        this.layout = layout;
        this.viewer = viewer;
        this.parameters = parameters;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(parameters).excludePathPatterns("/api/**", "/lti/**", "/error");
        registry.addInterceptor(layout).excludePathPatterns("/api/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewer);
    }

    @Configuration(proxyBeanMethods = false)
    static class Languages {

        @Bean
        LocaleResolver localeResolver() {
            return new ChosenLanguage();
        }
    }
}
