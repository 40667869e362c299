import AWSWire
import Model
import Testing

@testable import Kinds

@Suite("What manifests name and do not make")
struct OutsideCheckTests {
    /// Answers by operation; everything else is not there.
    private struct Answers: AWSSender {
        let replies: [String: Value]
        var denied: Set<String> = []

        func send(_ call: AWSCall) async throws -> Value {
            if denied.contains(call.operation) {
                throw AWSError(
                    service: call.service, operation: call.operation, code: "AccessDenied", message: "no", status: 403)
            }
            guard let reply = replies[call.operation] else {
                let codes = ["iam": "NoSuchEntity", "ecr": "ImageNotFoundException"]
                throw AWSError(
                    service: call.service, operation: call.operation,
                    code: codes[call.service] ?? "ResourceNotFoundException", message: "none", status: 400)
            }
            return reply
        }
        func sendAll(_ call: AWSCall) async throws -> Value { try await send(call) }
    }

    private static let role = "arn:aws:iam::123456789012:role/team/api"
    private static let registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com"
    private static let secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf"
    private static let certificate = "arn:aws:acm:eu-west-1:123456789012:certificate/x"

    private static let resources: [ResourceID: Resource] = {
        let place = Place(file: "api.yaml", line: 3, column: 1)
        let specs: [(String, String, Value)] = [
            (
                "TaskDefinition", "api",
                [
                    "taskRoleArn": .string(role), "executionRoleArn": "ecsTaskExecutionRole",
                    "containerDefinitions": [
                        [
                            "name": "api", "image": .string("\(registry)/team/api:1.8.0"),
                            "secrets": [
                                ["name": "A", "valueFrom": .string("\(secret):password::")],
                                ["name": "B", "valueFrom": .string("\(secret):user::")],
                                ["name": "C", "valueFrom": "/api/key"],
                            ],
                        ], ["name": "side", "image": "nginx:1.29"],
                    ],
                ]
            ),
            (
                "LaunchTemplate", "spot",
                [
                    "iamInstanceProfile": ["name": "ecsInstanceRole"], "securityGroupIds": ["sg-0a1b2c3d4e5f60718"],
                    "ecsConfig": ["registryCredentials": ["ssm": "/registry"]],
                ]
            ),
            ("Listener", "demo/443", ["certificates": [["certificateArn": .string(certificate)]]]),
            ("Service", "api", ["networkConfiguration": ["awsvpcConfiguration": ["subnets": ["subnet-0a1b2c3d"]]]]),
        ]
        return Dictionary(
            uniqueKeysWithValues: specs.map { kind, name, spec in
                let id = ResourceID(kind, name)
                return (id, Resource(id, awsName: name, spec: spec, place: place))
            })
    }()

    private func answers(_ aws: Answers, withPermissions: Bool = false) async -> [OutsideAnswer] {
        await OutsideCheck(aws: aws, region: "eu-west-1", accountID: "123456789012", environment: "production")
            .answers(Self.resources, lookups: [:], withPermissions: withPermissions)
    }

    @Test("roles, profiles, images, secrets, parameters, certificates and ids are found in specs, each once")
    func found() {
        let names = OutsideNames(Self.resources, lookups: [:]).names
        #expect(
            names.map { "\($0.sort.rawValue) \($0.name)" }.sorted() == [
                "certificate \(Self.certificate)", "image \(Self.registry)/team/api:1.8.0",
                "instanceProfile ecsInstanceRole", "parameter /api/key", "parameter /registry", "role \(Self.role)",
                "role ecsTaskExecutionRole", "secret \(Self.secret)", "securityGroup sg-0a1b2c3d4e5f60718",
                "subnet subnet-0a1b2c3d",
            ])
    }

    @Test("what AWS has is there")
    func there() async {
        let aws = Answers(replies: [
            "GetRole": ["role": ["roleName": "api"]],
            "GetInstanceProfile": ["instanceProfile": ["roles": [["a": "b"]]]],
            "DescribeImages": ["imageDetails": [.emptyObject]], "DescribeSecret": ["name": "db"],
            "GetParameters": ["parameters": [], "invalidParameters": []],
            "DescribeCertificate": ["certificate": ["status": "ISSUED"]],
            "DescribeSubnets": ["subnets": [["subnetId": "subnet-0a1b2c3d"]]],
            "DescribeSecurityGroups": ["securityGroups": [["groupId": "sg-0a1b2c3d4e5f60718"]]],
        ])
        let answers = await answers(aws)
        #expect(answers.count == 10)
        #expect(answers.allSatisfy { $0.finding == .there })
        #expect(OutsideReport(answers, environment: "demo").table == "demo: 10 asked for, nothing missing\n")
    }

    @Test("what AWS does not have is missing, with the manifest's line and the fix")
    func missing() async {
        let aws = Answers(replies: [
            "GetInstanceProfile": ["instanceProfile": ["roles": []]],
            "GetParameters": ["parameters": [], "invalidParameters": ["/api/key"]],
            "DescribeCertificate": ["certificate": ["status": "PENDING_VALIDATION"]],
            "DescribeSubnets": ["subnets": []], "DescribeSecurityGroups": ["securityGroups": []],
        ])
        let report = OutsideReport(await answers(aws), environment: "demo")
        #expect(report.missing == 9 && report.unknown == 0)
        let lines = report.table.split(separator: "\n").map(String.init)
        #expect(
            lines.contains(
                "missing  role \(Self.role): there is no role api; make the role, or name one that there is   api.yaml:3"
            ))
        for part in [
            "instance profile ecsInstanceRole holds no role", "repository team/api holds no 1.8.0",
            "there is no such secret",
            "the certificate is PENDING_VALIDATION", "there is no security group sg-0a1b2c3d4e5f60718",
        ] { #expect(report.table.contains(part), "\(part)") }
        #expect(report.json.contains(#""status":"missing""#))
    }

    @Test("what AWS does not tell is unknown, which is no fault")
    func unknown() async {
        let operations = ["GetRole", "DescribeImages", "GetParameters", "DescribeSubnets"]
        let report = OutsideReport(await answers(Answers(replies: [:], denied: Set(operations))), environment: "demo")
        #expect(report.unknown == 7)
        #expect(report.table.contains("unknown  role \(Self.role): iam:GetRole is denied   api.yaml:3"))
    }

    @Test("permissions are asked of the role behind a session, for the calls that making everything takes")
    func permissions() async {
        let results: Value = [["evalActionName": "ecs:RegisterTaskDefinition", "evalDecision": "allowed"]]
        let aws = Answers(replies: [
            "GetCallerIdentity": ["arn": "arn:aws:sts::123456789012:assumed-role/neap/session"],
            "GetRole": ["role": ["arn": "arn:aws:iam::123456789012:role/ci/neap"]],
            "SimulatePrincipalPolicy": ["evaluationResults": results],
        ])
        let asked = await answers(aws, withPermissions: true).filter { $0.name.sort == .permission }
        let names = asked.map(\.name.name)
        #expect(names.contains("elasticloadbalancing:CreateListener") && names.contains("ecs:CreateService"))
        let allowed = asked.filter { $0.finding == .there }.map(\.name.name)
        #expect(allowed == ["ecs:RegisterTaskDefinition"])
        let denied = asked.first { $0.name.name == "ecs:CreateService" }
        #expect(
            denied?.finding
                == .missing(
                    "arn:aws:iam::123456789012:role/ci/neap may not do ecs:CreateService",
                    fix: "allow it in a policy of the role"))
    }

    @Test("roles are asked for as what they are handed to: the roles of tasks, and those in instance profiles")
    func passing() async {
        let profile = "arn:aws:iam::123456789012:role/instances"
        let aws = PassingAnswers(allowed: [Self.role: "ecs-tasks.amazonaws.com"], profile: profile)
        let check = OutsideCheck(aws: aws, region: "eu-west-1", accountID: "123456789012", environment: "production")
        let asked = await check.answers(Self.resources, lookups: [:], withPermissions: true).filter {
            [.passedRole, .passedProfile].contains($0.name.sort)
        }
        #expect(asked.map(\.name.name) == ["ecsTaskExecutionRole", Self.role, "ecsInstanceRole"])
        #expect(asked[1].finding == .there)
        #expect(
            asked.last?.finding
                == .missing(
                    "arn:aws:iam::123456789012:user/ada may not pass \(profile) to ec2.amazonaws.com",
                    fix: "allow iam:PassRole of it in a policy of the role"))
        #expect(asked.first?.finding != .there)
    }

    /// IAM, where one role may be passed to one service.
    private struct PassingAnswers: AWSSender {
        let allowed: [String: String]
        let profile: String

        func send(_ call: AWSCall) async throws -> Value {
            switch call.operation {
            case "GetCallerIdentity": return ["arn": "arn:aws:iam::123456789012:user/ada"]
            case "GetRole": return ["role": ["arn": "arn:aws:iam::123456789012:role/execution"]]
            case "GetInstanceProfile": return ["instanceProfile": ["roles": [["arn": .string(profile)]]]]
            case "SimulatePrincipalPolicy":
                let role = call.input["resourceArns"]?.list?.first?.string ?? ""
                let service = call.input["contextEntries"]?.list?.first?["contextKeyValues"]?.list?.first?.string
                let decision = service != nil && allowed[role] == service ? "allowed" : "implicitDeny"
                return ["evaluationResults": [["evalActionName": "iam:PassRole", "evalDecision": .string(decision)]]]
            default: return [:]
            }
        }
        func sendAll(_ call: AWSCall) async throws -> Value { try await send(call) }
    }

    @Test("references of ECR's registries are taken apart, others are left alone")
    func images() {
        let image = ECRImage("\(Self.registry)/team/api@sha256:abc")
        #expect(image?.repository == "team/api" && image?.digest == "sha256:abc" && image?.region == "eu-west-1")
        #expect(ECRImage("\(Self.registry)/api")?.tag == "latest")
        #expect(ECRImage("public.ecr.aws/docker/library/nginx:1.29") == nil)
    }
}
