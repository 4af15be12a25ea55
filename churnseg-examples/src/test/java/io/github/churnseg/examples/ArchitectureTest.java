package io.github.churnseg.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arrows between the modules, and what may show in a public signature. */
@AnalyzeClasses(
    packages = "io.github.churnseg",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.github.churnseg";

  @ArchTest
  static final ArchRule coreKnowsNoOtherModule =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT,
              ROOT + ".data..",
              ROOT + ".features..",
              ROOT + ".model..",
              ROOT + ".spi..",
              ROOT + ".internal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".rfm..", ROOT + ".cluster..", ROOT + ".classify..", ROOT + ".examples..");

  @ArchTest
  static final ArchRule rfmClusterAndClassifyDoNotKnowOneAnother =
      slices()
          .matching(ROOT + ".(rfm|cluster|classify)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nobodyBuildsOnExamples =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".examples..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".examples..");

  @ArchTest
  static final ArchRule signaturesShowNoForeignMachineLearning =
      classes()
          .that()
          .resideInAPackage(ROOT + "..")
          .and(describe("are visible to users", ArchitectureTest::isVisible))
          .should(
              showNoTypeOf(
                  "org.tribuo..",
                  "org.deeplearning4j..",
                  "org.nd4j..",
                  "org.apache.commons.math3..",
                  "de.siegmar.fastcsv..",
                  "it.unimi.dsi.."));

  @ArchTest
  static final ArchRule internalPackagesShowInNoPublicSignature =
      classes()
          .that()
          .resideInAPackage(ROOT + "..")
          .and()
          .resideOutsideOfPackage("..internal..")
          .and(describe("are visible to users", ArchitectureTest::isVisible))
          .should(showNoTypeOf(ROOT + ".internal.."));

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
  }

  private static ArchCondition<JavaClass> showNoTypeOf(String... packages) {
    return new ArchCondition<>("show no type of " + String.join(", ", packages)) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaMember member : type.getMembers()) {
          Set<JavaModifier> modifiers = member.getModifiers();
          if (!modifiers.contains(JavaModifier.PUBLIC)
              && !modifiers.contains(JavaModifier.PROTECTED)) {
            continue;
          }
          String foreign =
              member.getAllInvolvedRawTypes().stream()
                  .filter(
                      shown ->
                          Stream.of(packages).anyMatch(name -> resideInAPackage(name).test(shown)))
                  .map(JavaClass::getName)
                  .collect(Collectors.joining(", "));
          events.add(
              new SimpleConditionEvent(
                  type, foreign.isEmpty(), member.getFullName() + " shows " + foreign));
        }
      }
    };
  }
}
