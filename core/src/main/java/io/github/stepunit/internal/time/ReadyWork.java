package io.github.stepunit.internal.time;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Work that could run now. */
sealed interface ReadyWork {

    void add(Runnable work);

    boolean isEmpty();

    /** Takes the next piece out; null when there is none. */
    @Nullable
    Runnable poll();

    /** First come, first served. */
    final class InOrder implements ReadyWork {

        private final ArrayDeque<Runnable> queue = new ArrayDeque<>();

        @Override
        public void add(Runnable work) {
            queue.add(work);
        }

        @Override
        public boolean isEmpty() {
            return queue.isEmpty();
        }

        @Override
        public @Nullable Runnable poll() {
            return queue.poll();
        }
    }

    /** Whichever is drawn. */
    final class Shuffled implements ReadyWork {

        private final List<Runnable> pool = new ArrayList<>();
        private final Random order;

        Shuffled(Random order) {
            this.order = order;
        }

        @Override
        public void add(Runnable work) {
            pool.add(work);
        }

        @Override
        public boolean isEmpty() {
            return pool.isEmpty();
        }

        @Override
        public @Nullable Runnable poll() {
            if (pool.isEmpty()) {
                return null;
            }
            int last = pool.size() - 1;
            int drawn = last == 0 ? 0 : order.nextInt(pool.size());
            Runnable work = pool.get(drawn);
            // The last one takes its place: the order means nothing here.
            pool.set(drawn, pool.get(last));
            pool.remove(last);
            return work;
        }
    }
}
