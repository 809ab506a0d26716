package no.kompetansebro.lms;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link ServiceWork} look for work by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LmsScheduling {}
