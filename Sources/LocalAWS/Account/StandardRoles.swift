import Model
import Simulation

/// Roles of an account that has used ECS on EC2 before.
enum StandardRoles {
    private static let roles: [(name: String, path: String, service: String)] = [
        ("ecsInstanceRole", "/", "ec2.amazonaws.com"),
        ("ecsTaskExecutionRole", "/", "ecs-tasks.amazonaws.com"),
        linked("AWSServiceRoleForECS", "ecs"), linked("AWSServiceRoleForAutoScaling", "autoscaling"),
        linked("AWSServiceRoleForApplicationAutoScaling_ECSService", "ecs.application-autoscaling"),
        linked("AWSServiceRoleForElasticLoadBalancing", "elasticloadbalancing"),
        linked("AWSServiceRoleForEC2Spot", "spot"),
    ]

    private static func linked(_ name: String, _ service: String) -> (name: String, path: String, service: String) {
        (name, "/aws-service-role/\(service).amazonaws.com/", "\(service).amazonaws.com")
    }

    /// Puts roles into `iam/role` and the instances' profile into `iam/instance-profile`.
    static func add(to world: inout World) {
        for role in roles { world.registry["iam/role"][role.name] = row(role, &world) }
        let name = "ecsInstanceRole"
        let held = world.registry["iam/role"][name].map { [$0] } ?? []
        world.registry["iam/instance-profile"][name] = [
            "instanceProfileName": .string(name), "instanceProfileId": .string(id("AIPA", &world)), "path": "/",
            "arn": .string("arn:aws:iam::\(world.place.account):instance-profile/\(name)"),
            "createDate": world.now.shown, "roles": .list(held),
        ]
    }

    private static func row(_ role: (name: String, path: String, service: String), _ world: inout World) -> Value {
        let policy =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\""
            + role.service + "\"},\"Action\":\"sts:AssumeRole\"}]}"
        return [
            "roleName": .string(role.name), "roleId": .string(id("AROA", &world)), "path": .string(role.path),
            "arn": .string("arn:aws:iam::\(world.place.account):role\(role.path)\(role.name)"),
            "createDate": world.now.shown, "assumeRolePolicyDocument": .string(policy),
            "maxSessionDuration": 3600,
        ]
    }

    /// IAM's ids are 21 capital letters and digits.
    private static func id(_ prefix: String, _ world: inout World) -> String {
        prefix + world.mintID("").uppercased()
    }
}
