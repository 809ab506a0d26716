/** Gatherings: planning them, signing up, the waiting list, attendance, invitations and the calendar. */
@NamedInterface("gatherings")
@NullMarked
package no.kompetansebro.training.gatherings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
