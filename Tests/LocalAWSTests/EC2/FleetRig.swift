import AWSWire
import Model
import Simulation
import Testing

@testable import LocalAWS

/// A new region, and calls to its EC2 and Auto Scaling.
struct FleetRig {
    var world = NewRegion.world(
        account: "123456789012", region: "eu-west-1", seed: 7,
        start: Simulation.Instant(milliseconds: 1_767_225_600_000))

    mutating func ec2(_ operation: String, _ input: Value = .emptyObject) throws -> Value {
        try call(LocalEC2.service, operation, input)
    }

    mutating func autoScaling(_ operation: String, _ input: Value = .emptyObject) throws -> Value {
        try call(LocalAutoScaling.service, operation, input)
    }

    private mutating func call(_ service: LocalService, _ operation: String, _ input: Value) throws -> Value {
        let found = try #require(service.operations[operation], "\(operation) is not served")
        let model = try #require(service.model.operation(operation), "AWS has no \(operation)")
        let request = LocalRequest(input: input)
        let output =
            switch found.action {
            case .read(let body): try body(world, request)
            case .write(let body): try body(&world, request)
            }
        check(output, against: model.output, operation)
        return output
    }

    /// Rows may hold what only the simulation knows, which no client sees.
    private func check(_ output: Value, against shape: Shape, _ operation: String) {
        let hidden: Set = [
            "enableDnsSupport", "enableDnsHostnames", "reservationId", "ownerId", "tags", "createTime", "keyType",
            "suspensionReason", "statusCode",
        ]
        let wrong = RequestCheck.violations(of: output, against: shape)
            .filter { !hidden.contains($0.path.parts.last ?? "") }
        #expect(wrong.isEmpty, "\(operation)")
    }

    /// The refusal's code; nil when the call is let through.
    mutating func refusal(ec2 operation: String, _ input: Value = .emptyObject) throws -> Refusal? {
        do {
            _ = try ec2(operation, input)
            return nil
        } catch let refusal as Refusal { return refusal }
    }

    mutating func refusal(autoScaling operation: String, _ input: Value = .emptyObject) throws -> Refusal? {
        do {
            _ = try autoScaling(operation, input)
            return nil
        } catch let refusal as Refusal { return refusal }
    }

    /// Makes a launch template; gives its id.
    mutating func template(_ name: String = "web", _ data: Value = FleetRig.data) throws -> String {
        let reply = try ec2(
            "CreateLaunchTemplate", ["launchTemplateName": .string(name), "launchTemplateData": data])
        return try #require(reply["launchTemplate"]?["launchTemplateId"]?.string)
    }

    static let data: Value = ["imageId": "ami-12c6146b", "instanceType": "m5.large"]
}

extension Value {
    /// The value below a dotted path; list elements by index.
    func at(_ path: String) -> Value? {
        path.split(separator: ".").reduce(Optional(self)) { value, part in
            guard let items = value?.list else { return value?[String(part)] }
            return Int(part).flatMap { items.indices.contains($0) ? items[$0] : nil }
        }
    }
}
