import AWSWire
import Model
import Simulation

/// Amazon's images and the public parameters that name the recommended ones.
enum StandardImages {
    private struct Release {
        /// The parameter, without what stands before and behind.
        let parameter: String
        let name: String
        let description: String
        let system: String
        let isArm: Bool
        /// The root volume in GiB.
        let size: Int
        let isECS: Bool
    }

    private static let releases: [Release] = [
        ecs("amazon-linux-2023", "al2023-ami-ecs-hvm-2023.0.20260915-kernel-6.1-x86_64", "Amazon Linux 2023"),
        ecs("amazon-linux-2023/arm64", "al2023-ami-ecs-hvm-2023.0.20260915-kernel-6.1-arm64", "Amazon Linux 2023"),
        ecs("amazon-linux-2", "amzn2-ami-ecs-hvm-2.0.20260915-x86_64-ebs", "Amazon Linux 2"),
        ecs("amazon-linux-2/arm64", "amzn2-ami-ecs-hvm-2.0.20260915-arm64-ebs", "Amazon Linux 2"),
        plain(
            "al2023-ami-kernel-default-x86_64", "al2023-ami-2023.9.20260908.0-kernel-6.1-x86_64", "Amazon Linux 2023"),
        plain("al2023-ami-kernel-default-arm64", "al2023-ami-2023.9.20260908.0-kernel-6.1-arm64", "Amazon Linux 2023"),
        plain("al2023-ami-kernel-6.1-x86_64", "al2023-ami-2023.9.20260908.0-kernel-6.1-x86_64", "Amazon Linux 2023"),
        plain("al2023-ami-kernel-6.12-x86_64", "al2023-ami-2023.9.20260908.0-kernel-6.12-x86_64", "Amazon Linux 2023"),
        plain("al2023-ami-kernel-6.12-arm64", "al2023-ami-2023.9.20260908.0-kernel-6.12-arm64", "Amazon Linux 2023"),
        plain("al2023-ami-kernel-6.1-arm64", "al2023-ami-2023.9.20260908.0-kernel-6.1-arm64", "Amazon Linux 2023"),
        plain("amzn2-ami-hvm-x86_64-gp2", "amzn2-ami-hvm-2.0.20260908.0-x86_64-gp2", "Amazon Linux 2"),
        plain("amzn2-ami-hvm-arm64-gp2", "amzn2-ami-hvm-2.0.20260908.0-arm64-gp2", "Amazon Linux 2"),
    ]

    private static func ecs(_ folder: String, _ name: String, _ system: String) -> Release {
        Release(
            parameter: "/aws/service/ecs/optimized-ami/\(folder)/recommended", name: name,
            description: "\(system) AMI for Amazon ECS", system: system, isArm: name.contains("arm64"), size: 30,
            isECS: true)
    }

    private static func plain(_ leaf: String, _ name: String, _ system: String) -> Release {
        Release(
            parameter: "/aws/service/ami-amazon-linux-latest/\(leaf)", name: name, description: "\(system) AMI",
            system: system, isArm: name.contains("arm64"), size: 8, isECS: false)
    }

    /// Puts images into `ec2/image` and parameters into `ssm/parameter`.
    static func add(to world: inout World) {
        for release in releases {
            let id = world.mintID("ami-")
            let root = (type: release.system == "Amazon Linux 2" ? "gp2" : "gp3", size: release.size)
            world.registry["ec2/image"][id] = Images.made(
                id, name: release.name, description: release.description, arm: release.isArm, root: root,
                owner: release.isECS ? "591542846629" : "137112412989", alias: "amazon",
                created: "2026-09-15T18:00:00.000Z")
            if release.isECS {
                let text = String(decoding: JSON.write(details(release, id)), as: UTF8.self)
                parameter(release.parameter, text, "text", &world)
                parameter(release.parameter + "/image_id", id, "aws:ec2:image", &world)
                parameter(release.parameter + "/image_name", release.name, "text", &world)
            } else {
                parameter(release.parameter, id, "aws:ec2:image", &world)
            }
        }
    }

    private static func details(_ release: Release, _ id: String) -> Value {
        [
            "ecs_agent_version": "1.99.1", "ecs_runtime_version": "Docker version 25.0.8",
            "image_id": .string(id), "image_name": .string(release.name), "image_version": "2023.0.20260915",
            "os": .string(release.system), "schema_version": 1,
            "source_image_name": .string(release.name.replacing("-ecs-hvm", with: "-minimal")),
        ]
    }

    private static func parameter(_ name: String, _ value: String, _ type: String, _ world: inout World) {
        world.registry["ssm/parameter"][name] = [
            "name": .string(name), "type": "String", "value": .string(value), "version": 1,
            "lastModifiedDate": world.now.shown, "dataType": .string(type),
            "arn": .string("arn:aws:ssm:\(world.place.region)::parameter\(name)"),
        ]
    }
}
