import AWSELBv2
import AWSWire
import Model
import Simulation
import Testing

@testable import LocalAWS

/// A region with a network, and one of the embedded AWS's services on it; requests and replies are held to AWS's model.
struct ServiceRig {
    var world: World
    let service: LocalService

    init(_ service: LocalService) {
        self.service = service
        let place = AWSPlace(account: "123456789012", region: "eu-west-1")
        world = World(place: place, seed: 1, start: Instant(milliseconds: 1_700_000_000_000))
        world.registry["ec2/vpc"]["vpc-1"] = ["vpcId": "vpc-1"]
        for zone in ["a", "b", "c"] {
            world.registry["ec2/subnet"]["subnet-\(zone)"] = [
                "subnetId": .string("subnet-\(zone)"), "vpcId": "vpc-1",
                "availabilityZone": .string("eu-west-1\(zone)"),
            ]
        }
        world.registry["ec2/security-group"]["sg-1"] = ["groupId": "sg-1", "vpcId": "vpc-1", "groupName": "default"]
    }

    /// Calls an operation, as the server does after AWS's model let the input through.
    @discardableResult
    mutating func call(_ name: String, _ input: Value) throws -> Value {
        let operation = try #require(service.operations[name], "no \(name)")
        let model = try #require(service.model.operation(name), "AWS's model lacks \(name)")
        #expect(RequestCheck.violations(of: input, against: model.input).isEmpty)
        let reply =
            switch operation.action {
            case .read(let body): try body(world, LocalRequest(input: input))
            case .write(let body): try body(&world, LocalRequest(input: input))
            }
        #expect(RequestCheck.violations(of: reply, against: model.output).allSatisfy(isBound))
        return reply
    }

    /// AWS itself answers with more than its model's bounds allow: an application load balancer's attributes.
    private func isBound(_ violation: Violation) -> Bool {
        if case .length = violation.rule { true } else { false }
    }

    /// Expects a refusal; its text.
    @discardableResult
    mutating func refusal(_ code: String, _ name: String, _ input: Value) -> String {
        do {
            try call(name, input)
            Issue.record("\(name) was not refused")
        } catch let refusal as Refusal {
            #expect(refusal.code == code, "\(refusal)")
            return refusal.message
        } catch {
            Issue.record(error)
        }
        return ""
    }
}

extension ServiceRig {
    static var balancing: ServiceRig { ServiceRig(LocalELBv2.service) }

    /// A load balancer's ARN.
    mutating func loadBalancer(_ name: String = "alb", type: String = "application") throws -> Value {
        let reply = try call(
            "CreateLoadBalancer",
            ["name": .string(name), "type": .string(type), "subnets": ["subnet-a", "subnet-b"]])
        return try #require(reply["loadBalancers"]?.list?.first?["loadBalancerArn"])
    }

    /// A target group's ARN.
    mutating func targetGroup(_ name: String = "web", type: String = "ip") throws -> Value {
        let reply = try call(
            "CreateTargetGroup",
            ["name": .string(name), "protocol": "HTTP", "port": 80, "vpcId": "vpc-1", "targetType": .string(type)])
        return try #require(reply["targetGroups"]?.list?.first?["targetGroupArn"])
    }

    /// A listener's ARN; without group it answers 404.
    mutating func listener(_ balancer: Value, port: Int = 80, to group: Value? = nil) throws -> Value {
        let fixed: Value = ["type": "fixed-response", "fixedResponseConfig": ["statusCode": "404"]]
        let action: Value = group.map { ["type": "forward", "targetGroupArn": $0] } ?? fixed
        let reply = try call(
            "CreateListener",
            [
                "loadBalancerArn": balancer, "port": .integer(port), "protocol": "HTTP", "defaultActions": [action],
            ])
        return try #require(reply["listeners"]?.list?.first?["listenerArn"])
    }
}
