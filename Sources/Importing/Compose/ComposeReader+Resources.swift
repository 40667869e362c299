import Model

extension ComposeReader {
    /// What a container may use. Newer members stand under `deploy`, and go before the older ones.
    mutating func resources(_ node: ForeignNode, _ container: inout [String: Value], _ service: inout CarriedService) {
        let deploy = node["deploy"]?["resources"]
        let limit = size(deploy?["limits"]?["memory"]) ?? size(node["mem_limit"])
        let reservation = size(deploy?["reservations"]?["memory"]) ?? size(node["mem_reservation"])
        let cpus = processors(node, deploy)
        // What goes before the others has said it.
        for name in ["mem_limit", "mem_reservation", "cpus", "cpu_shares"] { ledger.pass(node[name]) }
        ledger.leave(deploy?["limits"]?["pids"], "ECS has no such limit")
        ledger.leave(deploy?["reservations"]?["generic_resources"], "ECS has no such resources")
        swap(node, limit, &container)
        gpus(node, deploy, &container)
        switch stack.capacity {
        case .ec2:
            if let cpus { container["cpu"] = .integer(cpus) }
            if limit == nil, reservation == nil {
                ledger.note(node, "states no memory, which ECS needs: up to 512 MiB, of which 256 are reserved")
            }
            let most = limit ?? (reservation == nil ? 512 : nil)
            container["memory"] = most.map { .integer(max(6, $0)) }
            let least = reservation ?? (limit == nil ? 256 : nil)
            if let least, most.map({ least < $0 }) ?? true { container["memoryReservation"] = .integer(max(6, least)) }
        case .fargate:
            let size = FargateSize.fitting(cpu: cpus ?? 256, memory: limit ?? reservation ?? 512)
            service.task["cpu"] = .string(String(size.cpu))
            service.task["memory"] = .string(String(size.memory))
            let isAsWritten = cpus == size.cpu && (limit ?? reservation) == size.memory
            if !isAsWritten {
                ledger.note(
                    node,
                    "is \(size.cpu) CPU units and \(size.memory) MiB: the smallest task of Fargate's that holds "
                        + "it")
            }
        }
    }

    /// The CPU units of a container: what it reserves on instances, where nothing limits it; what it may use on
    /// Fargate.
    private mutating func processors(_ node: ForeignNode, _ deploy: ForeignNode?) -> Int? {
        let limit = deploy?["limits"]?["cpus"] ?? node["cpus"]
        let reservation = deploy?["reservations"]?["cpus"]
        guard stack.capacity == .ec2 else {
            if limit != nil { ledger.pass(reservation) }
            return units(limit ?? reservation) ?? ledger.integer(node["cpu_shares"])
        }
        if limit != nil, reservation != nil {
            ledger.leave(
                limit,
                "ECS limits no CPU on instances: a container has what it reserves, and what is left over")
        }
        return units(reservation ?? limit) ?? ledger.integer(node["cpu_shares"])
    }

    /// Cores as ECS's units, 1024 to one.
    private mutating func units(_ node: ForeignNode?) -> Int? {
        // Nought is Compose's word for no limit.
        guard let node, let cores = ledger.number(node), cores != 0 else { return nil }
        guard cores > 0, cores < 1_000 else {
            ledger.withhold(node, "is no number of processors, which is above 0 and below 1000")
            return nil
        }
        return Int((cores * 1_024).rounded())
    }

    /// Compose counts memory and swap together.
    private mutating func swap(_ node: ForeignNode, _ limit: Int?, _ container: inout [String: Value]) {
        guard stack.capacity == .ec2 else { return }
        guard let limit else {
            return ledger.leave(node["memswap_limit"], "counts with mem_limit, which is not stated")
        }
        guard let whole = size(node["memswap_limit"]), whole >= limit else { return }
        var linux = container["linuxParameters"]?.object ?? [:]
        linux["maxSwap"] = .integer(whole - limit)
        container["linuxParameters"] = .object(linux)
    }

    private mutating func gpus(
        _ node: ForeignNode, _ deploy: ForeignNode?, _ container: inout [String: Value]
    ) {
        guard stack.capacity == .ec2 else {
            ledger.leave(node["gpus"], "Fargate has no GPUs: import with --on ec2")
            return ledger.leave(deploy?["reservations"]?["devices"], "Fargate has no GPUs: import with --on ec2")
        }
        let asked = deploy?["reservations"]?["devices"]?.items ?? node["gpus"]?.items ?? []
        var count = 0
        for item in asked {
            let kinds = (item["capabilities"]?.items ?? []).compactMap(\.text)
            guard kinds.contains("gpu") || deploy == nil, let number = item["count"]?.value.integer else {
                ledger.leave(item, "is no number of GPUs: ECS gives a container so many, under resourceRequirements")
                continue
            }
            ledger.carry(item)
            count += number
        }
        if count > 0 { container["resourceRequirements"] = [["type": "GPU", "value": .string(String(count))]] }
        ledger.leave(
            node["gpus"].flatMap { $0.value.list == nil ? $0 : nil },
            "ECS needs their number: resourceRequirements: [{type: GPU, value: \"1\"}]")
    }
}

/// The sizes that a task may have on Fargate.
enum FargateSize {
    private static let memories: [(cpu: Int, memory: [Int])] = [
        (256, [512, 1_024, 2_048]), (512, Array(stride(from: 1_024, through: 4_096, by: 1_024))),
        (1_024, Array(stride(from: 2_048, through: 8_192, by: 1_024))),
        (2_048, Array(stride(from: 4_096, through: 16_384, by: 1_024))),
        (4_096, Array(stride(from: 8_192, through: 30_720, by: 1_024))),
        (8_192, Array(stride(from: 16_384, through: 61_440, by: 4_096))),
        (16_384, Array(stride(from: 32_768, through: 122_880, by: 8_192))),
    ]

    /// The smallest size of at least this many CPU units and MiB; the largest where none is enough.
    static func fitting(cpu: Int, memory: Int) -> (cpu: Int, memory: Int) {
        for size in memories where size.cpu >= cpu {
            if let fitting = size.memory.first(where: { $0 >= memory }) { return (size.cpu, fitting) }
        }
        return (16_384, 122_880)
    }
}
