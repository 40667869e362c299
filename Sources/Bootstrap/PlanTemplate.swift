import Kinds

/// The CloudFormation template of a role that reads what a plan needs, for a forge's pipelines: it can write nothing, and
/// takes the roles that environments name only where those trust it.
public struct PlanTemplate: Sendable {
    private let name: String
    private let trusted: [RoleTrust]
    private let lists: [ListParameter]

    /// A role `NAME-plan` that each of `trusted` may take; `parameters` are those that manifests look up beside AWS's,
    /// `assumeRoles` the roles that environments name, all by their ARNs.
    public init(
        name: String = "neap", trusted: [RoleTrust], parameters: [String] = [], assumeRoles: [String] = []
    ) {
        self.name = name
        self.trusted = trusted
        lists = [.parameters(parameters), .assumeRoles(assumeRoles)]
    }

    /// The template as YAML.
    public var text: String {
        let planning = AccessPolicies().planning
        let template: TemplateNode = [
            "AWSTemplateFormatVersion": "2010-09-09", "Description": "The role that plans for Neap: it only reads.",
            "Parameters": .members(lists.map(\.member)), "Conditions": .members(lists.map(\.condition)),
            "Resources": .members([planning.resource, TemplateNode.Member("PlanRole", role(planning.name))]),
            "Outputs": ["PlanRole": ["Value": .attribute("PlanRole", "Arn")]],
        ]
        return """
            # Written by `neap bootstrap --read-only`: NEAP_PLAN_ROLE of the pipelines that `neap init` writes.
            # aws cloudformation deploy --stack-name neap-plan --template-file FILE --capabilities CAPABILITY_NAMED_IAM

            """ + template.yaml
    }

    private func role(_ policy: String) -> TemplateNode {
        [
            "Type": "AWS::IAM::Role",
            "Properties": [
                "RoleName": .text("\(name)-plan"), "Description": "Plans for Neap; only reads",
                "MaxSessionDuration": 3600,
                "AssumeRolePolicyDocument": ["Version": "2012-10-17", "Statement": .list(trusted.map(statement))],
                "ManagedPolicyArns": [.ref(policy)],
            ],
        ]
    }

    private func statement(_ trust: RoleTrust) -> TemplateNode {
        guard let provider = trust.provider else {
            return ["Effect": "Allow", "Principal": ["AWS": .text(trust.subject)], "Action": "sts:AssumeRole"]
        }
        return [
            "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
            "Principal": [
                "Federated": .sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:oidc-provider/\(provider)")
            ],
            "Condition": [
                "StringEquals": ["\(provider):aud": "sts.amazonaws.com"],
                "StringLike": ["\(provider):sub": .text(trust.subject)],
            ],
        ]
    }
}
