/// What was under way when AWS was asked goes on: its next event is drawn.
extension World {
    /// Starts the clock: when in the minute AWS evaluates is drawn.
    mutating func beginTime() {
        queue = EventQueue()
        let phase = dice.number(in: 1...60_000, .load, 0)
        queue.put(.minute, at: now + Span(milliseconds: phase))
        queue.put(.tidy, at: now + .minutes(10))
    }

    mutating func resume(_ motion: Motion) {
        switch motion {
        case .instance(let id): resumeInstance(id)
        case .group(let id): touchGroup(id)
        case .provider(let id):
            let span = attachment(id.slot)
            ecs.capacityProviders[id]?.due = now + span
            schedule(.capacityProvider(id), after: span)
        case .cluster(let id): resumeCluster(id)
        case .task(let id): resumeTask(id)
        case .target(let id): resumeTarget(id)
        case .service(let id): markDirty(id)
        }
    }

    private func attachment(_ slot: Int32) -> Span {
        physics.clusterAttachment.draw(dice, .settle, UInt64(slot), turn: 1)
    }

    private mutating func resumeCluster(_ id: ClusterID) {
        if ecs.clusters[id]?.attachmentsStatus == "UPDATE_IN_PROGRESS" {
            let span = attachment(id.slot)
            ecs.clusters[id]?.attachmentsDue = now + span
            schedule(.cluster(id), after: span)
        }
        wakeAll(of: id)
    }

    /// What is left of something that began at `start`: a draw among the lengths that are still possible.
    ///
    /// When it takes longer than any of them, it may take as long again as it took, up to four times the longest.
    func rest(
        of spread: Spread, since start: Instant, _ purpose: Dice.Purpose, _ ordinal: UInt64, turn: UInt64 = 0
    ) -> Span {
        let spent = max(.zero, now - start)
        guard spent < spread.longest else {
            return Spread(.zero, max(.seconds(1), min(spent, spread.longest * 4)))
                .draw(dice, purpose, ordinal, turn: turn)
        }
        return Spread(max(spread.shortest, spent), spread.longest).draw(dice, purpose, ordinal, turn: turn) - spent
    }
}
