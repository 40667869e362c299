import AWSAutoScaling
import AWSCloudWatch
import AWSEC2
import AWSECS
import AWSELBv2
import AWSSTS
import AWSWire
import Model
import Testing

@Suite("The services' tables")
struct TablesTests {
    @Test("every shape that an operation reaches stands in the table", arguments: ServiceModel.all)
    func complete(_ model: ServiceModel) {
        var missing: Set<String> = []
        var seen: Set<String> = []
        let known = Set(model.shapes.names)
        func visit(_ shape: Shape) {
            guard seen.insert(shape.name).inserted else { return }
            if !known.contains(shape.name), shape.name != "Nothing" { missing.insert(shape.name) }
            switch shape.form {
            case .structure(let members): for member in members { visit(member.shape) }
            case .list(let item, _, _): visit(item.shape)
            case .map(let key, let value, _, _, _): [key.shape, value.shape].forEach(visit)
            default: break
            }
        }
        for name in model.operations {
            guard let operation = model.operation(name) else { continue }
            [operation.input, operation.output].forEach(visit)
        }
        #expect(missing == [])
        #expect(seen.count > 5)
    }

    @Test("every page token and result stands in its operation", arguments: ServiceModel.all)
    func pages(_ model: ServiceModel) throws {
        for name in model.operations {
            let operation = try #require(model.operation(name))
            guard let pages = operation.pagination else { continue }
            #expect(operation.input.members?[pages.inputToken] != nil, "\(name)")
            #expect(operation.output.members?[pages.outputToken] != nil, "\(name)")
            for key in pages.resultKeys { #expect(operation.output.members?[key] != nil, "\(name) \(key)") }
            if let limit = pages.limitKey { #expect(operation.input.members?[limit] != nil, "\(name)") }
        }
    }

    @Test(
        "services are known by the names that calls and endpoints use",
        arguments: zip(
            ServiceModel.all,
            [
                ("ecs", "ECS", "ecs"), ("ec2", "EC2", "ec2"), ("autoscaling", "AUTO_SCALING", "autoscaling"),
                ("elbv2", "ELASTIC_LOAD_BALANCING_V2", "elasticloadbalancing"),
                ("application-autoscaling", "APPLICATION_AUTO_SCALING", "application-autoscaling"),
                ("cloudwatch", "CLOUDWATCH", "monitoring"), ("logs", "CLOUDWATCH_LOGS", "logs"),
                ("ssm", "SSM", "ssm"), ("iam", "IAM", "iam"), ("acm", "ACM", "acm"), ("sts", "STS", "sts"),
                ("ecr", "ECR", "ecr"), ("secretsmanager", "SECRETS_MANAGER", "secretsmanager"),
                ("cloudtrail", "CLOUDTRAIL", "cloudtrail"), ("dynamodb", "DYNAMODB", "dynamodb"), ("sqs", "SQS", "sqs"),
            ]))
    func names(_ model: ServiceModel, _ names: (String, String, String)) {
        #expect(model.name == names.0)
        #expect(model.endpointVariable == names.1)
        #expect(model.signingName == names.2)
    }

    @Test("operations have AWS's wire names")
    func wire() throws {
        let subnets = try #require(EC2.model.operation("DescribeSubnets"))
        #expect(
            try body(EC2.model, subnets, ["subnetIds": ["a"], "filters": [["name": "tag:Tier", "values": ["x"]]]])
                == "Action=DescribeSubnets&Version=2016-11-15&Filter.1.Name=tag%3ATier&Filter.1.Value.1=x&SubnetId.1=a")
        let tags = try #require(EC2.model.operation("CreateTags"))
        #expect(
            try body(EC2.model, tags, ["resources": ["lt-1"], "tags": [["key": "k", "value": "v"]]])
                == "Action=CreateTags&Version=2016-11-15&ResourceId.1=lt-1&Tag.1.Key=k&Tag.1.Value=v")
        let group = try #require(AutoScaling.model.operation("AttachLoadBalancerTargetGroups"))
        #expect(
            try body(AutoScaling.model, group, ["autoScalingGroupName": "g", "targetGroupARNs": ["a"]])
                == "Action=AttachLoadBalancerTargetGroups&Version=2011-01-01&AutoScalingGroupName=g&TargetGroupARNs.member.1=a"
        )
        let template = try #require(EC2.model.operation("CreateLaunchTemplateVersion"))
        let data: Value = [
            "launchTemplateData": ["securityGroupIds": ["sg-1"], "instanceMarketOptions": ["marketType": "spot"]]
        ]
        #expect(
            try body(EC2.model, template, data)
                == "Action=CreateLaunchTemplateVersion&Version=2016-11-15&LaunchTemplateData.SecurityGroupId.1=sg-1"
                + "&LaunchTemplateData.InstanceMarketOptions.MarketType=spot")
    }

    private func body(_ model: ServiceModel, _ operation: OperationModel, _ input: Value) throws -> String {
        String(decoding: try model.encode(operation, input).body, as: UTF8.self)
    }

    @Test("only what hands out credentials for a token goes unsigned")
    func unsigned() {
        let names = ServiceModel.all.flatMap { model in
            model.operations.filter { model.operation($0)?.isSigned == false }
        }
        #expect(names == ["AssumeRoleWithWebIdentity"])
    }

    @Test("secrets are marked")
    func sensitive() {
        #expect(ECS.model.shapes["KeyValuePair"].members?["value"]?.sensitive == true)
        #expect(EC2.model.shapes["RequestLaunchTemplateData"].members?["userData"]?.sensitive == true)
        #expect(STS.model.shapes["Credentials"].members?["sessionToken"]?.sensitive == true)
        #expect(STS.model.shapes["Credentials"].members?["secretAccessKey"]?.sensitive == true)
        #expect(ECS.model.shapes["KeyValuePair"].members?["name"]?.sensitive == false)
    }

    @Test("members newer than botocore are known")
    func supplements() throws {
        let breaker = ECS.model.shapes["DeploymentCircuitBreaker"]
        #expect(breaker.members?.names == ["enable", "rollback", "resetOnHealthyTask", "thresholdConfiguration"])
        let request: Value = [
            "service": "api",
            "deploymentConfiguration": [
                "bakeTimeInMinutes": 3,
                "deploymentCircuitBreaker": [
                    "enable": true, "rollback": true, "resetOnHealthyTask": false,
                    "thresholdConfiguration": ["type": "COUNT", "value": 5],
                ],
            ],
        ]
        let update = try #require(ECS.model.operation("UpdateService"))
        #expect(RequestCheck.violations(of: request, against: update.input) == [])
    }

    @Test("errors have the code of the wire, not of the shape")
    func errors() {
        let codes = Dictionary(
            (AutoScaling.model.errors + ELBv2.model.errors).map { ($0.shape, $0) }
        ) { first, _ in first }
        #expect(codes["ResourceContentionFault"]?.code == "ResourceContention")
        #expect(codes["ResourceContentionFault"]?.status == 500)
        #expect(codes["TargetGroupNotFoundException"]?.code == "TargetGroupNotFound")
        #expect(codes["AlreadyExistsFault"]?.code == "AlreadyExists")
    }
}
