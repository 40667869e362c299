import Model
import Simulation

extension AccountContents {
    /// Makes all of it, through AWS's own operations.
    func apply(to world: inout World, services: [String: LocalService]) throws(Refusal) {
        var maker = Maker(services: services)
        for network in networks { try maker.make(network, in: &world) }
        for name in keyPairs { try maker.call("ec2", "CreateKeyPair", ["keyName": .string(name)], &world) }
        // Some are in every account.
        for name in roles where world.registry["iam/role"][name] == nil {
            let trust = #"{"Version":"2012-10-17","Statement":[]}"#
            try maker.call(
                "iam", "CreateRole", ["roleName": .string(name), "assumeRolePolicyDocument": .string(trust)], &world)
        }
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
            let input: Value = ["name": .string(name), "value": .string(value), "type": "SecureString"]
            try maker.call("ssm", "PutParameter", input, &world)
        }
    }

    private struct Maker {
        let services: [String: LocalService]

        @discardableResult
        func call(
            _ service: String, _ operation: String, _ input: Value, _ world: inout World
        ) throws(Refusal) -> Value {
            guard case .write(let body)? = services[service]?.operations[operation]?.action else {
                throw Refusal("UnknownOperationException", "\(service) \(operation)")
            }
            return try body(&world, LocalRequest(input: input))
        }

        mutating func make(_ network: Network, in world: inout World) throws(Refusal) {
            let made = try call(
                "ec2", "CreateVpc", tagged(["cidrBlock": .string(network.cidrBlock)], "vpc", network.name), &world)
            let id = made["vpc"]?["vpcId"] ?? .null
            for subnet in network.subnets {
                let input: Value = [
                    "vpcId": id, "cidrBlock": .string(subnet.cidrBlock),
                    "availabilityZone": .string(world.place.region + subnet.zone),
                ]
                try call("ec2", "CreateSubnet", tagged(input, "subnet", subnet.name, subnet.tags), &world)
            }
            for name in network.securityGroups {
                let input: Value = ["groupName": .string(name), "description": .string(name), "vpcId": id]
                try call("ec2", "CreateSecurityGroup", tagged(input, "security-group", name), &world)
            }
        }

        private func tagged(
            _ input: Value, _ type: String, _ name: String, _ tags: [String: String] = [:]
        ) -> Value {
            let all = tags.merging(["Name": name]) { _, name in name }.sorted { $0.key < $1.key }
            var input = input
            input["tagSpecifications"] = [
                [
                    "resourceType": .string(type),
                    "tags": .list(all.map { ["key": .string($0.key), "value": .string($0.value)] }),
                ]
            ]
            return input
        }
    }
}
