/// A small site to try the page shell with. It stands outside of the server's packages, so that no
/// test of the server finds its beans.
@NullMarked
package eu.trama.sample;

import org.jspecify.annotations.NullMarked;
