package no.kompetansebro.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The running demo on a free port with a database of its own, shared by the tests that change little of it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles(Demo.PROFILE)
@ContextConfiguration(initializers = FreePort.class)
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = "kompetansebro.database.directory=temporary")
@interface DemoTest {}
