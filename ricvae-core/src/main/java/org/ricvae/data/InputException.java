package org.ricvae.data;

/**
 * The input cannot be used, and it is not our fault: a bad file, a bad option value, a full disk.
 *
 * <p>The message is one line for a person: what was wrong, where, what is allowed, and what to do.
 * The commands print it and exit with code 2; anything else that is thrown is a fault of ricvae.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error found by us.
   *
   * @param message one line: what, where, what is allowed, what to do
   */
  public InputException(String message) {
    super(message);
  }

  /**
   * An error that something underneath reported.
   *
   * @param message one line: what, where, what is allowed, what to do
   * @param cause what was thrown underneath, shown with {@code --debug}
   */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
