import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Takes flavours and PDF files, prints PASS or FAIL for each pair, with one line for each broken rule.
 *
 * <p>Exit status: 0 all pass, 1 some fail, 2 a file or flavour cannot be read.
 */
public final class VeraCheck {
  private static final int MOST_FINDINGS = 10_000;

  private VeraCheck() {}

  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      System.err.println("usage: VeraCheck FLAVOUR[,FLAVOUR] FILE...");
      System.exit(2);
    }
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    List<PDFAFlavour> flavours = new ArrayList<>();
    for (String name : arguments[0].split(",")) {
      flavours.add(flavour(name));
    }
    int worst = 0;
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      for (PDFAFlavour flavour : flavours) {
        worst = Math.max(worst, check(file, flavour));
      }
    }
    System.exit(worst);
  }

  private static PDFAFlavour flavour(String name) {
    // The engine's own search takes `wt1a` for `1a`.
    for (PDFAFlavour flavour : PDFAFlavour.values()) {
      if (flavour.getId().equals(name)) {
        return flavour;
      }
    }
    System.err.println("unknown flavour " + name);
    System.exit(2);
    return PDFAFlavour.NO_FLAVOUR;
  }

  private static int check(String file, PDFAFlavour flavour) {
    try (InputStream bytes = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(flavour, MOST_FINDINGS, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      String verdict = result.isCompliant() ? "PASS" : "FAIL";
      System.out.printf("%s %s %s checks=%d%n", verdict, flavour.getId(), file, result.getTotalAssertions());
      if (!result.isCompliant()) {
        printBrokenRules(result);
      }
      return result.isCompliant() ? 0 : 1;
    } catch (Exception error) {
      // The engine throws many kinds on damaged files; each means that this file was not judged.
      System.out.printf("ERROR %s %s%n  %s%n", flavour.getId(), file, error);
      return 2;
    }
  }

  /** One line a rule: its clause, how often it is broken, and the first place. */
  private static void printBrokenRules(ValidationResult result) {
    Map<RuleId, TestAssertion> first = new LinkedHashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        first.putIfAbsent(assertion.getRuleId(), assertion);
      }
    }
    for (Map.Entry<RuleId, Integer> rule : result.getFailedChecks().entrySet()) {
      RuleId id = rule.getKey();
      System.out.printf(
          "  %s:%d x%d %s%n",
          id.getClause(), id.getTestNumber(), rule.getValue(), describe(first.get(id)));
    }
  }

  private static String describe(TestAssertion assertion) {
    if (assertion == null) {
      return "";
    }
    String detail = assertion.getErrorMessage();
    String message = detail == null ? assertion.getMessage() : detail;
    return (message + " @ " + assertion.getLocation().getContext()).replaceAll("\\s+", " ");
  }
}
