package io.github.churnseg.classify;

import io.github.churnseg.contract.ClassifierContract;
import io.github.churnseg.model.Classifier;
import org.junit.jupiter.api.Nested;

/** Every classifier of this module does what every classifier must do. */
class ClassifierContractTest {

  @Nested
  class Prior extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return Baseline.prior();
    }

    @Override
    protected boolean learnsFromFeatures() {
      return false;
    }
  }

  @Nested
  class Majority extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return Baseline.majority();
    }

    @Override
    protected boolean learnsFromFeatures() {
      return false;
    }
  }

  @Nested
  class Network extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return NeuralNetwork.layers(8).epochs(40).seed(42);
    }
  }

  @Nested
  class AveragedNetworks extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return NeuralNetwork.layers(6, 5).epochs(25).members(2).classWeights(ClassWeights.balanced());
    }
  }

  @Nested
  class LogisticL2 extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return LogisticRegression.withDefaults();
    }
  }

  @Nested
  class LogisticL1 extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return LogisticRegression.withDefaults().l1(1).classWeights(ClassWeights.balanced());
    }
  }

  @Nested
  class Tree extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return DecisionTree.withDefaults().classWeights(ClassWeights.balanced());
    }
  }

  @Nested
  class Neighbours extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return NearestNeighbours.k(7);
    }
  }

  @Nested
  class NeighboursByDistance extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return NearestNeighbours.k(9).weightedByDistance();
    }
  }

  @Nested
  class RadialVectors extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return SupportVectors.rbf();
    }
  }

  @Nested
  class PolynomialVectors extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return SupportVectors.polynomial(2).classWeights(ClassWeights.balanced());
    }
  }

  @Nested
  class LinearVectors extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return SupportVectors.linear();
    }
  }

  @Nested
  class Forest extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return RandomForest.trees(20).seed(1);
    }
  }

  @Nested
  class Extra extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return ExtraTrees.trees(20).seed(1);
    }
  }

  @Nested
  class Boosted extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return GradientBoosting.rounds(20).seed(1);
    }
  }

  @Nested
  class CalibratedBySigmoid extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return Calibrated.platt(SupportVectors.rbf());
    }
  }

  @Nested
  class CalibratedBySteps extends ClassifierContract {
    @Override
    protected Classifier classifier() {
      return Calibrated.isotonic(ExtraTrees.trees(10).seed(1));
    }
  }
}
