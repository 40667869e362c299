/// The CloudFormation template of a role that environments name as `assumeRoleArn`, mostly in another account than Neap:
/// it may do for them what the controller may, and the controller takes it.
public struct TargetTemplate: Sendable {
    private let settings: BootstrapSettings
    private let role: RoleName
    private let trusted: [String]

    /// The role `role` for the environments of `settings`, to be taken by the roles `trusted`, by their ARNs.
    public init(_ settings: BootstrapSettings, role: RoleName, trusted: [String]) {
        self.settings = settings
        self.role = role
        self.trusted = trusted
    }

    /// The template as YAML.
    public var text: String {
        let parameters = TemplateParameters(settings)
        let policies = AccessPolicies().target
        let template: TemplateNode = [
            "AWSTemplateFormatVersion": "2010-09-09",
            "Description": .text("The role that Neap takes to write in account \(role.account)."),
            "Parameters": .members(([parameters.environments] + parameters.writing).map(\.member)),
            "Conditions": .members(parameters.writing.map(\.condition)),
            "Resources": .members(
                policies.map(\.resource) + [TemplateNode.Member("TargetRole", node(policies.map(\.name)))]),
            "Outputs": ["TargetRole": ["Value": .attribute("TargetRole", "Arn")]],
        ]
        return """
            # Written by `neap bootstrap --trust`, for account \(role.account): what environments name as assumeRoleArn.
            # aws cloudformation deploy --stack-name neap-target --template-file FILE --capabilities CAPABILITY_NAMED_IAM

            """ + template.yaml
    }

    private func node(_ policies: [String]) -> TemplateNode {
        let trust: TemplateNode = [
            "Effect": "Allow", "Principal": ["AWS": .texts(trusted)], "Action": "sts:AssumeRole",
        ]
        return [
            "Type": "AWS::IAM::Role",
            "Properties": [
                "RoleName": .text(role.name), "Path": .text(role.path), "Description": "What Neap acts as here",
                "AssumeRolePolicyDocument": ["Version": "2012-10-17", "Statement": [trust]],
                "ManagedPolicyArns": .list(policies.map { .ref($0) }),
            ],
        ]
    }
}

/// A role's ARN taken apart.
public struct RoleName: Sendable, Equatable {
    /// Twelve digits: the account that it is in.
    public let account: String
    /// `neap-writer`.
    public let name: String
    /// `/`, or `/teams/shop/`.
    public let path: String

    /// The parts of `arn:aws:iam::210987654321:role/teams/shop/neap-writer`; nil for anything else.
    public init?(_ arn: String) {
        let form = /arn:aws[a-z-]*:iam::([0-9]{12}):role(\/(?:[!-.0-~]+\/)*)([A-Za-z0-9_+=,.@-]{1,64})/
        guard let match = arn.wholeMatch(of: form) else { return nil }
        account = String(match.1)
        path = String(match.2)
        name = String(match.3)
    }
}
