import Model

extension StoppedTask {
    /// True when an image could not be had.
    fileprivate var couldNotPull: Bool {
        says("CannotPull", "pull image manifest", "failed to pull image", "pull access denied")
    }
}

extension Evidence {
    /// The image of the container that failed, and where it stands.
    fileprivate func image(_ failure: TaskFailure) -> (name: String, spot: ManifestPlaces.Spot) {
        let container = definition.container(failure.newest.culprit?.name)
        let spot = manifest.container(container?.name, "/image", "the image")
        return (container?.shortImage ?? "the image", spot)
    }
}

/// Nothing of that name and tag is in the registry.
struct ImageNotFound: CauseRule {
    static let id = "image-not-found"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.couldNotPull
                && task.says(
                    "not found", "manifest unknown", "does not exist", "no such image", "denied: requested access",
                    "invalid reference format")
                && !task.says("no such host", "descriptor matching")
        }
        guard let failure else { return nil }
        let image = evidence.image(failure)
        return found(
            "the image does not exist", failure.told("CannotPullContainerError, \(image.name) not found"),
            fix: "push the image or correct \(image.spot); \(evidence.commit)", at: image.spot)
    }
}

/// The registry is there, and does not let the instances or the execution role in.
struct RegistryAccessDenied: CauseRule {
    static let id = "registry-access-denied"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.says("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:GetAuthorizationToken", "ecr:BatchCheck")
                || task.couldNotPull
                    && task.says(
                        "403 Forbidden", "no basic auth credentials", "401 Unauthorized", "authorization failed")
        }
        guard let failure else { return nil }
        let role = evidence.manifest.definition("/executionRoleArn", "`executionRoleArn` of the task definition")
        let who = evidence.definition.executionRole.isEmpty ? "the instances' role" : evidence.definition.executionRole
        return found(
            "the registry refuses the image: a permission is missing", failure.told(Said.short(failure.newest.text)),
            fix: "grant \(who) the right to pull (ecr:GetAuthorizationToken, ecr:BatchGetImage, "
                + "ecr:GetDownloadUrlForLayer), or correct \(role); \(evidence.retry)",
            at: role)
    }
}

/// The registry counts, and it was too often.
struct PullRateLimit: CauseRule {
    static let id = "image-pull-rate-limit"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.couldNotPull
                && task.says("toomanyrequests", "429 Too Many Requests", "pull rate limit", "Rate exceeded")
        }
        guard let failure else { return nil }
        let image = evidence.image(failure)
        return found(
            "the registry's limit of pulls is reached",
            failure.told("CannotPullContainerError, too many requests for \(image.name)"),
            fix: "pull through ECR's cache or log in to the registry (`repositoryCredentials` beside \(image.spot)); "
                + evidence.retry,
            at: image.spot)
    }
}

/// No answer from the registry.
struct RegistryUnreachable: CauseRule {
    static let id = "registry-unreachable"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            (task.couldNotPull || task.says("registry auth")) && !task.says("retrieve secret", "fetching secret")
                && task.says(
                    "i/o timeout", "context deadline exceeded", "request canceled", "no such host", "dial tcp",
                    "Client.Timeout", "connection refused", "context canceled")
        }
        guard let failure else { return nil }
        let image = evidence.image(failure)
        return found(
            "the registry can not be reached from the instances", failure.told(Said.short(failure.newest.text)),
            fix:
                "give the subnets a way out (NAT, or VPC endpoints for ecr.api, ecr.dkr and s3) and check the registry's "
                + "name in \(image.spot); \(evidence.retry)",
            at: image.spot)
    }
}

/// Built for arm64 and run on amd64, or the other way round.
struct WrongArchitecture: CauseRule {
    static let id = "wrong-architecture"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.says(
                "exec format error", "does not contain descriptor matching platform", "no matching manifest for",
                "failed to find a descriptor for platform", "no match for platform")
        }
        guard let failure else { return nil }
        let image = evidence.image(failure)
        return found(
            "the image is built for another CPU architecture than the instances have",
            failure.told(Said.short(failure.newest.text)),
            fix: "build \(image.name) for the instances' architecture (`docker buildx build --platform`) and correct "
                + "\(image.spot); \(evidence.commit)",
            at: image.spot)
    }
}

/// The instance's disk holds no more images.
struct DiskFull: CauseRule {
    static let id = "disk-full"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let failure = evidence.failure({ $0.says("no space left on device") }) else { return nil }
        let group = evidence.capacity?.groups.first?.name ?? ""
        let spot = evidence.manifest.template(
            of: group, "/blockDeviceMappings", "the launch template's volumes")
        return found(
            "an instance's disk is full", failure.told(Said.short(failure.newest.text)),
            fix: "make the volume in \(spot) larger, or let the agent clean up images sooner; \(evidence.retry)",
            at: spot)
    }
}
