//! The outcome for all vendors: who meets the requirements, who cannot be told, who does not meet them.

use super::{
    Requirement,
    evaluate::{Context, evaluate},
    ground::Finding,
    verdict::Verdict,
};
use crate::catalogue::{id::ProviderId, order, provider::Provider};

/// One vendor's answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    pub vendor: ProviderId,
    /// The group: what cannot be told counts as a yes where the requirement accepts that.
    pub verdict: Verdict,
    /// One for each requirement, in their order.
    pub findings: Vec<Finding>,
}

impl Assessment {
    /// How many requirements have this verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.findings.iter().filter(|f| f.verdict == verdict).count()
    }
}

/// All vendors of the catalogue. Inside a group: fewest open points first, then by name. There is no score.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    pub assessments: Vec<Assessment>,
}

impl Outcome {
    /// Assesses every vendor. Without requirements every vendor meets them.
    pub fn of(requirements: &[Requirement], context: Context) -> Self {
        let mut assessments: Vec<Assessment> =
            context.catalogue.vendors().map(|vendor| assess(requirements, vendor, context)).collect();
        // The catalogue is in the order of names, and the sort is stable.
        let open_points = |a: &Assessment| (a.count(Verdict::No), a.count(Verdict::Unknown));
        order::sort_by(&mut assessments, |a, b| open_points(a).cmp(&open_points(b)));
        Self { assessments }
    }

    pub fn group(&self, verdict: Verdict) -> impl Iterator<Item = &Assessment> {
        self.assessments.iter().filter(move |a| a.verdict == verdict)
    }

    pub fn of_vendor(&self, vendor: &ProviderId) -> Option<&Assessment> {
        self.assessments.iter().find(|a| a.vendor == *vendor)
    }
}

/// Assesses one vendor.
pub fn assess(requirements: &[Requirement], vendor: &Provider, context: Context) -> Assessment {
    let findings: Vec<Finding> = requirements.iter().map(|r| evaluate(r, vendor, context)).collect();
    let verdicts = requirements.iter().zip(&findings).map(|(r, finding)| r.for_the_group(finding.verdict));
    let verdict = Verdict::all(verdicts);
    Assessment { vendor: vendor.id.clone(), verdict, findings }
}
