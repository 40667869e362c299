import Model

/// Log groups.
enum LogGroupFields {
    static let all: [Field] =
        [
            .one("/retentionInDays", 60, of: [1, 7, 14, 30, 365, 3653]),
            .word("/kmsKeyId", 30, "arn:aws:kms:eu-west-1:123456789012:key/"),
            .one("/logGroupClass", 20, of: ["STANDARD", "INFREQUENT_ACCESS"]), .flag("/deletionProtectionEnabled", 20),
        ] + Field.tags
}

/// Clusters, with the providers that they use.
enum ClusterFields {
    static func all(providers: [String]) -> [Field] {
        [
            .one("/settings/0/value", 50, of: ["enabled", "disabled", "enhanced"]).named("containerInsights"),
            .one(command.appending("logging"), 40, of: ["NONE", "DEFAULT", "OVERRIDE"]),
            .word(command.appending("kmsKeyId"), 20, "arn:aws:kms:eu-west-1:123456789012:key/"),
            .word(log.appending("cloudWatchLogGroupName"), 20, "/exec/"),
            .flag(log.appending("cloudWatchEncryptionEnabled"), 20), .word(log.appending("s3BucketName"), 20),
            .flag(log.appending("s3EncryptionEnabled"), 20), .word(log.appending("s3KeyPrefix"), 20),
            .word(
                "/configuration/managedStorageConfiguration/kmsKeyId", 15,
                "arn:aws:kms:eu-west-1:123456789012:key/"),
            .word(
                "/serviceConnectDefaults/namespace", 20,
                "arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-"),
            .fixed("/capacityProviders", .list(providers.map { .string($0) })),
        ] + strategy(providers, share: 60) + Field.tags
    }

    private static let command: FieldPath = "/configuration/executeCommandConfiguration"
    private static let log = command.appending("logConfiguration")

    /// The members of the items of a strategy over all `providers`, of which one alone may have a base.
    static func strategy(
        _ providers: [String], share: Int, at path: FieldPath = "/defaultCapacityProviderStrategy"
    ) -> [Field] {
        let whole = Field(path, share, isEdited: false) { chance, _ in
            .list(
                providers.map { provider in
                    ["capacityProvider": .string(provider), "weight": .integer(chance.draw(1...10))]
                })
        }
        let weights = providers.indices.map { index in
            Field(FieldPath(path.parts + [String(index), "weight"]), 0) { chance, spec in
                spec[path]?.list == nil ? nil : .integer(chance.draw(1...1000))
            }
        }
        let base = Field(FieldPath(path.parts + ["0", "base"]), 20) { chance, spec in
            spec[path]?.list == nil ? nil : .integer(chance.draw(0...3))
        }
        return [whole] + weights + [base]
    }
}

extension Field {
    /// The value of a list's only element, whose `name` tells it apart.
    func named(_ name: String) -> Field {
        let list = FieldPath(path.parts.dropLast(2))
        return Field(list, share) { [draw] chance, spec in
            draw(&chance, spec).map { [["name": .string(name), "value": $0]] }
        }
    }
}

/// Capacity providers.
enum CapacityProviderFields {
    static func all(group: String, isProtected: Bool) -> [Field] {
        let provider: FieldPath = "/autoScalingGroupProvider"
        let scaling = provider.appending("managedScaling")
        return [
            .fixed(provider.appending("autoScalingGroup"), .string(group)),
            .fixed(scaling.appending("status"), "ENABLED", share: 50),
            .number(scaling.appending("targetCapacity"), 60, 50...100),
            Field(scaling.appending("minimumScalingStepSize"), 40) { chance, spec in
                .integer(chance.draw(1...min(3, spec[scaling]?["maximumScalingStepSize"]?.integer ?? 3)))
            },
            Field(scaling.appending("maximumScalingStepSize"), 40) { chance, spec in
                .integer(chance.draw((spec[scaling]?["minimumScalingStepSize"]?.integer ?? 1)...10_000))
            },
            .number(scaling.appending("instanceWarmupPeriod"), 40, 0...600),
            // Instances that are protected and that nobody may let go would stay for ever.
            .fixed(
                provider.appending("managedTerminationProtection"), isProtected ? "ENABLED" : "DISABLED",
                share: isProtected ? 100 : 50),
            .one(provider.appending("managedDraining"), 40, of: ["ENABLED", "DISABLED"]),
        ] + Field.tags
    }
}
