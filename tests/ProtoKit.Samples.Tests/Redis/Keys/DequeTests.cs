using Xunit;

namespace Samples.Redis.Tests;

/// <summary>A list with two ends does what a slow one does.</summary>
public sealed class DequeTests
{
    [Fact]
    public void It_agrees_with_a_list()
    {
        var random = new Random(7);
        var (deque, list) = (new Deque<int>(), new List<int>());
        for (var step = 0; step < 50_000; step++)
        {
            // Grows and shrinks in turns.
            var grows = step / 3000 % 2 == 0;
            if (list.Count == 0 || random.Next(10) < (grows ? 8 : 2))
            {
                var left = random.Next(2) == 0;
                list.Insert(left ? 0 : list.Count, step);
                if (left) deque.AddFirst(step);
                else deque.AddLast(step);
            }
            else
            {
                var left = random.Next(2) == 0;
                Assert.Equal(list[left ? 0 : ^1], left ? deque.RemoveFirst() : deque.RemoveLast());
                list.RemoveAt(left ? 0 : list.Count - 1);
            }

            Assert.Equal(list.Count, deque.Count);
            if (list.Count == 0) continue;
            var at = random.Next(list.Count);
            Assert.Equal(list[at], deque[at]);
        }
    }

    [Fact]
    public void Nothing_comes_out_of_an_empty_one() => Assert.Throws<InvalidOperationException>(() => new Deque<int>().RemoveFirst());
}
