package no.kompetansebro.coverage.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take the date and the words of a request as arguments. */
@Configuration(proxyBeanMethods = false)
class CoverageWeb implements WebMvcConfigurer {

    private final AsOfArgument asOf;
    private final WordsArgument words;

    CoverageWeb(AsOfArgument asOf, WordsArgument words) {
        this.asOf = asOf;
        this.words = words;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(asOf);
        resolvers.add(words);
    }
}
