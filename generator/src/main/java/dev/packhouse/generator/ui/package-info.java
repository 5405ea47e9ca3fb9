/**
 * The catalogue: static pages that people read, made of what is published.
 *
 * <pre>
 * ui/
 *   index.html                     search and the first packages
 *   browse/{n}.html                the packages behind them, from the second page on
 *   categories/{id}.html           the packages of a category; {id}.{n}.html from the second page on
 *   packages/{name}.html           one page for each package, with all of its versions
 *   data/packages.json             what the search on the page looks through
 *   assets/{name}.{hash}.{css,js}  the look, and what makes it quicker
 * </pre>
 *
 * <p>All addresses in it are relative, so it works below any folder of any file host. No page needs
 * scripts. What stands in a package is text here: only the HTML of READMEs is taken as such, as far
 * as the sanitizer lets it through.
 */
@NullMarked
package dev.packhouse.generator.ui;

import org.jspecify.annotations.NullMarked;
