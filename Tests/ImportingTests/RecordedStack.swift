import AWSWire
import Kinds
import Model

@testable import Importing

/// A small stack in files: what tests import when nothing else is said.
enum RecordedStack {
    static let balancer = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/front/50dc6c495c0c9188"
    static let listener =
        "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/front/50dc6c495c0c9188/f2f7dc8e"
    static let rule =
        "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/front/50dc6c495c0c9188/f2f7dc8e/9683b2d0"
    static let group = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/6d0ecf831eec9f09"
    static let policy =
        "arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:1:resource/ecs/service/old/web:policyName/Up"

    static let files: [String] = [
        #"{"services": [{"serviceName": "web", "serviceArn": "arn:aws:ecs:eu-west-1:123456789012:service/old/web", "#
            + #""clusterArn": "arn:aws:ecs:eu-west-1:123456789012:cluster/old", "status": "ACTIVE", "desiredCount": 3, "#
            + #""taskDefinition": "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7", "events": [], "#
            + #""schedulingStrategy": "REPLICA", "propagateTags": "NONE", "runningCount": 3, "#
            + #""deploymentConfiguration": {"maximumPercent": 200, "minimumHealthyPercent": 50}, "#
            + "\"loadBalancers\": [{\"targetGroupArn\": \"\(group)\", \"containerName\": \"web\", \"containerPort\": 80}], "
            + #""tags": [{"key": "Team", "value": "core"}, {"key": "aws:internal", "value": "x"}]}]}"#,
        #"{"taskDefinition": {"family": "web", "revision": 7, "status": "ACTIVE", "networkMode": "awsvpc", "#
            + #""taskDefinitionArn": "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7", "volumes": [], "#
            + #""containerDefinitions": [{"name": "web", "image": "web:1", "cpu": 0, "memory": 64, "essential": true, "#
            + #""portMappings": [{"containerPort": 80, "hostPort": 80, "protocol": "tcp"}], "mountPoints": [], "#
            + #""environment": [{"name": "DB_PASSWORD", "value": "hunter2"}, {"name": "MODE", "value": "web"}]}]}}"#,
        "{\"TargetGroups\": [{\"TargetGroupArn\": \"\(group)\", \"TargetGroupName\": \"web\", \"Protocol\": \"HTTP\", "
            + "\"Port\": 80, \"TargetType\": \"ip\", \"HealthCheckPath\": \"/\", \"LoadBalancerArns\": [\"\(balancer)\"]}]}",
        "{\"LoadBalancers\": [{\"LoadBalancerArn\": \"\(balancer)\", \"LoadBalancerName\": \"front\", "
            + "\"Scheme\": \"internet-facing\", \"Type\": \"application\", \"IpAddressType\": \"ipv4\", "
            + "\"AvailabilityZones\": [{\"SubnetId\": \"subnet-1\"}, {\"SubnetId\": \"subnet-2\"}]}]}",
        "{\"Listeners\": [{\"ListenerArn\": \"\(listener)\", \"LoadBalancerArn\": \"\(balancer)\", \"Port\": 80, "
            + "\"Protocol\": \"HTTP\", \"DefaultActions\": [{\"Type\": \"forward\", \"TargetGroupArn\": \"\(group)\", "
            + "\"Order\": 1}]}]}",
        "{\"Rules\": [{\"RuleArn\": \"\(rule)\", \"Priority\": \"5\", \"IsDefault\": false, \"Conditions\": "
            + "[{\"Field\": \"path-pattern\", \"Values\": [\"/a\"], \"PathPatternConfig\": {\"Values\": [\"/a\"]}}], "
            + "\"Actions\": [{\"Type\": \"forward\", \"TargetGroupArn\": \"\(group)\"}]}]}",
        #"{"ScalableTargets": [{"ServiceNamespace": "ecs", "ResourceId": "service/old/web", "MinCapacity": 1, "#
            + #""MaxCapacity": 4, "ScalableDimension": "ecs:service:DesiredCount"}]}"#,
        #"{"ScalingPolicies": [{"PolicyName": "Up", "PolicyType": "StepScaling", "ResourceId": "service/old/web", "#
            + "\"PolicyARN\": \"\(policy)\", \"Alarms\": [{\"AlarmName\": \"Hot\"}], "
            + #""StepScalingPolicyConfiguration": {"AdjustmentType": "ChangeInCapacity", "Cooldown": 300, "#
            + #""StepAdjustments": [{"MetricIntervalLowerBound": 0.0, "ScalingAdjustment": 1}]}}, "#
            + #"{"PolicyName": "web-requests", "PolicyType": "TargetTrackingScaling", "ResourceId": "service/old/web", "#
            + #""TargetTrackingScalingPolicyConfiguration": {"TargetValue": 10.0, "PredefinedMetricSpecification": {"#
            + #""PredefinedMetricType": "ALBRequestCountPerTarget", "ResourceLabel": "#
            + "\"app/front/50dc6c495c0c9188/targetgroup/web/6d0ecf831eec9f09\"}}}]}",
        "{\"MetricAlarms\": [{\"AlarmName\": \"Hot\", \"AlarmActions\": [\"\(policy)\"], \"MetricName\": \"CPU\", "
            + "\"Namespace\": \"N\", \"Period\": 60, \"EvaluationPeriods\": 1, \"Threshold\": 9.0, \"Statistic\": \"Average\", "
            + "\"ComparisonOperator\": \"GreaterThanThreshold\", \"ActionsEnabled\": true}]}",
    ]

    static func replies(_ files: [String] = files) throws -> RecordedReplies {
        var replies = RecordedReplies()
        for file in files { try replies.add(Array(file.utf8), file: "reply.json") }
        return replies
    }

    /// What is imported of it.
    static func stack(_ files: [String] = files) async throws -> LiveStack {
        try await OfflineImport.run(try replies(files), cluster: nil, region: "eu-west-1", accountID: "123456789012")
    }
}

/// Answers as another one does, except for what is denied.
struct Denying: AWSSender {
    let other: any AWSSender
    let operations: Set<String>

    func sendAll(_ call: AWSCall) async throws -> Value { try await send(call) }
    func send(_ call: AWSCall) async throws -> Value {
        guard !operations.contains(call.operation) else {
            throw AWSError(
                service: call.service, operation: call.operation, code: "AccessDenied", message: "not you", status: 403)
        }
        return try await other.send(call)
    }
}
