using Xunit;

namespace Samples.Tests.Models;

/// <summary>The tests that hold a great many connections or look at a clock: by themselves, since neighbours would stand in their light.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
