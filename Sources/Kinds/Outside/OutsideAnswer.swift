public import Model

/// Whether something outside the repository is there, as AWS says.
public struct OutsideAnswer: Sendable {
    /// What AWS says.
    public enum Finding: Sendable, Equatable {
        case there
        /// It is not there, or can not be used as it is; what is wrong, and what to do.
        case missing(String, fix: String)
        /// AWS does not tell; why.
        case unknown(String)
    }

    public let name: OutsideName
    public let finding: Finding
}

/// Asks AWS for what manifests name and do not make; reads alone.
public struct OutsideCheck: Sendable {
    let aws: any AWSSender
    let region: String
    let accountID: String
    let environment: String

    /// A check for the environment of this name in this region and account.
    public init(aws: any AWSSender, region: String, accountID: String, environment: String) {
        self.aws = aws
        self.environment = environment
        self.region = region
        self.accountID = accountID
    }

    /// The answers about everything that `resources` and `lookups` name, by sort and then in the order of the resources;
    /// and, `withPermissions`, whether the credentials may make them.
    public func answers(
        _ resources: [ResourceID: Resource], lookups: [ResourceID: Lookup], withPermissions: Bool
    ) async -> [OutsideAnswer] {
        var names = OutsideNames(resources, lookups: lookups).names
        if withPermissions { names += Self.passing(names) + Self.actions(resources) }
        var answers: [OutsideAnswer] = []
        for sort in OutsideName.Sort.allCases {
            let mine = names.filter { $0.sort == sort }
            let findings = mine.isEmpty ? [] : await findings(of: mine, sort)
            answers += zip(mine, findings).map { OutsideAnswer(name: $0, finding: $1) }
        }
        return answers
    }

    private func findings(of names: [OutsideName], _ sort: OutsideName.Sort) async -> [OutsideAnswer.Finding] {
        switch sort {
        case .role: await each(names, role)
        case .instanceProfile: await each(names, profile)
        case .image: await each(names, image)
        case .secret: await each(names, secret)
        case .parameter: await parameters(names)
        case .certificate: await each(names, certificate)
        case .subnet: await ids(names, "DescribeSubnets", "subnet-id", list: "subnets", member: "subnetId")
        case .securityGroup:
            await ids(names, "DescribeSecurityGroups", "group-id", list: "securityGroups", member: "groupId")
        case .vpc: await ids(names, "DescribeVpcs", "vpc-id", list: "vpcs", member: "vpcId")
        case .lookup: await found(names)
        case .passedRole: await each(names, passedRole)
        case .passedProfile: await each(names, passedProfile)
        case .permission: await permissions(names)
        }
    }

    /// One question each, one after the other: there are few, and IAM's rate is low.
    private func each(
        _ names: [OutsideName], _ ask: (OutsideName) async -> OutsideAnswer.Finding
    ) async -> [OutsideAnswer.Finding] {
        var findings: [OutsideAnswer.Finding] = []
        for name in names { findings.append(await ask(name)) }
        return findings
    }
}
