/** Work in lanes: tasks of one lane run one after the other, those of different lanes side by side. */
export interface Lanes {
  /** Runs a task behind the ones already in its lane. Rejects as the task does; the lane goes on. */
  run<T>(lane: string, task: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
}

export function createLanes(): Lanes {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(lane, task) {
      const result = (last.get(lane) ?? Promise.resolve()).then(task);
      const settled = result.catch(() => {});
      last.set(lane, settled);
      void settled.then(() => {
        if (last.get(lane) === settled) last.delete(lane);
      });
      return result;
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
