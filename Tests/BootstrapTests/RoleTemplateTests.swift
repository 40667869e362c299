import Testing

@testable import Bootstrap

@Suite("The templates of roles that are taken")
struct RoleTemplateTests {
    private static let controller = "arn:aws:iam::111111111111:role/neap-controller"
    private static let writer = "arn:aws:iam::222222222222:role/teams/neap-writer"

    @Test("a role's ARN has an account, a path and a name")
    func names() {
        let role = RoleName(Self.writer)
        #expect(role?.account == "222222222222" && role?.path == "/teams/" && role?.name == "neap-writer")
        #expect(RoleName(Self.controller)?.path == "/")
        for wrong in [
            "arn:aws:iam::222222222222:root", "arn:aws:iam::222222222222:role/", "arn:aws:iam::2:role/x", "x",
        ] {
            #expect(RoleName(wrong) == nil, "\(wrong)")
        }
    }

    @Test("the role in another account is taken by the controller's, and has its policies without what is Neap's own")
    func target() throws {
        let role = try #require(RoleName(Self.writer))
        let settings = BootstrapSettings(environments: ["billing"])
        let text = TargetTemplate(settings, role: role, trusted: [Self.controller]).text
        for part in ["RoleName: neap-writer", "Path: \"/teams/\"", "AWS: \(Self.controller)\n", "Default: billing\n"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(text.contains("ecs:CreateService") && text.contains("PassTaskRoles"))
        for part in ["dynamodb:", "sqs:", "${Name}", "AssumeRoles"] {
            #expect(!text.contains(part), "\(part)")
        }
    }

    @Test("the role that plans may take the roles that environments name, and no others")
    func plan() throws {
        let trust = try #require(RoleTrust("token.actions.githubusercontent.com=repo:acme/infra:pull_request"))
        let text = PlanTemplate(trusted: [trust], assumeRoles: [Self.writer]).text
        #expect(text.contains("Default: \(Self.writer)\n") && text.contains("Action: sts:AssumeRole\n"))
        #expect(text.contains("Resource: {Ref: AssumeRoles}") && text.contains("- HasAssumeRoles"))
    }

    @Test("AWS's public parameters are those of the partition that the template is in")
    func partition() {
        let text = ControllerTemplate(BootstrapSettings(environments: ["production"])).text
        #expect(text.contains("Fn::Sub: \"arn:${AWS::Partition}:ssm:*::parameter/aws/service/*\""))
        #expect(!text.contains("arn:aws:ssm"))
    }

    @Test("the role that starts Neap writes to its own log group alone")
    func logs() {
        let text = ControllerTemplate(BootstrapSettings(environments: ["production"])).text
        #expect(text.contains("log-group:/ecs/${Name}:*\"") && !text.contains("/ecs/${Name}*"))
    }
}
