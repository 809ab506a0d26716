/** The fictional municipality: people, posts and learning made by chance that is always the same, as import files. */
@NullMarked
package no.kompetansebro.demo.municipality;

import org.jspecify.annotations.NullMarked;
