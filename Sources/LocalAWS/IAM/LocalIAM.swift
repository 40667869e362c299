import AWSIAM
import Simulation

/// IAM as the embedded AWS serves it: roles and instance profiles are written down, nothing is ever denied.
enum LocalIAM {
    static let service = LocalService(
        IAM.model, throttle: ("Throttling", "Rate exceeded", 400),
        [
            .write("CreateRole", createRole), .read("GetRole", getRole), .read("ListRoles", listRoles),
            .write("DeleteRole", deleteRole), .write("AttachRolePolicy", attachRolePolicy),
            .write("DetachRolePolicy", detachRolePolicy),
            .read("ListAttachedRolePolicies", listAttachedRolePolicies),
            .write("CreateServiceLinkedRole", createServiceLinkedRole),
            .write("CreateInstanceProfile", createInstanceProfile),
            .read("GetInstanceProfile", getInstanceProfile), .read("ListInstanceProfiles", listInstanceProfiles),
            .write("DeleteInstanceProfile", deleteInstanceProfile),
            .write("AddRoleToInstanceProfile", addRoleToInstanceProfile),
            .write("RemoveRoleFromInstanceProfile", removeRoleFromInstanceProfile),
            .read("SimulatePrincipalPolicy", simulatePrincipalPolicy),
        ])

    static let roles = "iam/role"
    static let profiles = "iam/instance-profile"
    /// ARNs of policies by role; kept apart, for `ListRoles` does not show them.
    static let attachments = "iam/attached-policies"

    /// `arn:aws:iam::<account>:role/<path><name>`; IAM's ARNs have no region.
    static func arn(_ world: World, _ noun: String, _ path: String, _ name: String) -> String {
        "arn:aws:iam::\(world.place.account):\(noun)\(path)\(name)"
    }

    /// An id as IAM's: `AROA` or `AIPA`, then capital letters and digits.
    static func id(_ prefix: String, _ world: inout World) -> String { world.mintID(prefix).uppercased() }

    static func missing(_ text: String) -> Refusal { Refusal("NoSuchEntity", text, status: 404) }
    static func exists(_ text: String) -> Refusal { Refusal("EntityAlreadyExists", text, status: 409) }
    static func conflict(_ text: String) -> Refusal { Refusal("DeleteConflict", text, status: 409) }
}
