import Model
import Reconciler
import Testing

@testable import Controller

/// What each of AWS's events touches.
@Suite("Events and what they touch")
struct TouchedThingsTests {
    private func names(
        _ type: String, source: String = "aws.ecs", resources: [String] = [], _ detail: String
    ) throws -> Set<AWSThing.Name> {
        let list = resources.map { "\"\($0)\"" }.joined(separator: ",")
        let body = """
            {"version":"0","id":"1","detail-type":"\(type)","source":"\(source)","account":"123456789012",\
            "time":"2026-11-26T10:00:00Z","region":"eu-west-1","resources":[\(list)],"detail":\(detail)}
            """
        return Set(TouchedThings.of(try #require(AWSEvent(body))).map(\.name))
    }

    private let service = "arn:aws:ecs:eu-west-1:123456789012:service/demo/api"

    @Test("a task that runs or has stopped touches its service; one on its way does not")
    func tasks() throws {
        let cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/demo"
        let detail = { (status: String, group: String) in
            #"{"clusterArn":"\#(cluster)","lastStatus":"\#(status)","group":"\#(group)"}"#
        }
        #expect(
            try names("ECS Task State Change", detail("STOPPED", "service:api")) == [.service("api", cluster: cluster)])
        #expect(
            try names("ECS Task State Change", detail("RUNNING", "service:api")) == [.service("api", cluster: cluster)])
        #expect(try names("ECS Task State Change", detail("PENDING", "service:api")) == [])
        #expect(try names("ECS Task State Change", detail("STOPPED", "family:job")) == [])
    }

    @Test("deployments and actions name their service in the resources alone")
    func deployments() throws {
        for type in ["ECS Deployment State Change", "ECS Service Action"] {
            #expect(try names(type, resources: [service], #"{"eventName":"X"}"#) == [.service("api", cluster: "demo")])
        }
    }

    @Test("Spot's notices touch the group of the instance, Auto Scaling's events the group they name")
    func fleet() throws {
        for type in ["EC2 Spot Instance Interruption Warning", "EC2 Instance Rebalance Recommendation"] {
            let found = try names(
                type, source: "aws.ec2", resources: ["arn:aws:ec2:eu-west-1a:instance/i-1"], #"{"instance-id":"i-1"}"#)
            #expect(found == [.groupOf(instance: "i-1")])
        }
        for type in ["EC2 Instance Launch Unsuccessful", "EC2 Auto Scaling Instance Refresh Succeeded"] {
            let found = try names(type, source: "aws.autoscaling", #"{"AutoScalingGroupName":"spot"}"#)
            #expect(found == [.named("spot", kind: "AutoScalingGroup")])
        }
        let drained = #"{"status":"DRAINING","ec2InstanceId":"i-1","agentConnected":true}"#
        #expect(try names("ECS Container Instance State Change", drained) == [.groupOf(instance: "i-1")])
        let flapped = #"{"status":"ACTIVE","ec2InstanceId":"i-1","agentConnected":false}"#
        #expect(try names("ECS Container Instance State Change", flapped) == [])
    }

    private func call(_ source: String, _ name: String, _ parameters: String, _ more: String = "") throws -> Set<
        AWSThing.Name
    > {
        try names(
            "AWS API Call via CloudTrail",
            #"{"eventSource":"\#(source).amazonaws.com","eventName":"\#(name)","requestParameters":\#(parameters)\#(more)}"#
        )
    }

    @Test("a call touches what its parameters name, and not what they only refer to")
    func calls() throws {
        #expect(
            try call("ecs", "UpdateService", #"{"cluster":"demo","service":"api","taskDefinition":"api:3"}"#)
                == [.service("api", cluster: "demo")])
        #expect(try call("ecs", "UpdateService", #"{"service":"\#(service)"}"#) == [.service("api", cluster: "demo")])
        #expect(
            try call("ecs", "PutClusterCapacityProviders", #"{"cluster":"demo","capacityProviders":["spot"]}"#)
                == [.named("demo", kind: "Cluster")])
        #expect(
            try call(
                "autoscaling", "UpdateAutoScalingGroup",
                #"{"autoScalingGroupName":"spot","launchTemplate":{"launchTemplateId":"lt-1"}}"#)
                == [.named("spot", kind: "AutoScalingGroup")])
        #expect(
            try call("ec2", "ModifyLaunchTemplate", #"{"ModifyLaunchTemplateRequest":{"LaunchTemplateId":"lt-1"}}"#)
                == [.named("lt-1", kind: "LaunchTemplate")])
        #expect(
            try call(
                "application-autoscaling", "RegisterScalableTarget",
                #"{"resourceId":"service/demo/api","serviceNamespace":"ecs"}"#)
                == [.scalableTarget("service/demo/api")])
        let rule = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/a/1/2/3"
        #expect(try call("elasticloadbalancing", "ModifyRule", #"{"ruleArn":"\#(rule)"}"#) == [.arn(rule)])
    }

    @Test("our own calls, refused ones, reads, and what ECS does for every task touch nothing")
    func immaterial() throws {
        let parameters = #"{"cluster":"demo","service":"api"}"#
        #expect(try call("ecs", "UpdateService", parameters, #","userAgent":"neap/1.2.0""#) == [])
        #expect(try call("ecs", "UpdateService", parameters, #","errorCode":"AccessDenied""#) == [])
        #expect(try call("ecs", "UpdateService", parameters, #","readOnly":true"#) == [])
        #expect(try call("ecs", "UpdateService", parameters, #","userAgent":"aws-cli/2""#) != [])
        #expect(try call("elasticloadbalancing", "RegisterTargets", #"{"targetGroupArn":"arn:x"}"#) == [])
        #expect(try call("s3", "PutObject", #"{"service":"api"}"#) == [])
    }

    @Test("what is no event of EventBridge's is none")
    func bad() {
        for body in [
            "", "hello", "{}", "[]", #"{"source":"aws.ecs","detail-type":"x"}"#, String(repeating: "[", count: 9_000),
        ] {
            #expect(AWSEvent(body) == nil)
        }
    }
}
