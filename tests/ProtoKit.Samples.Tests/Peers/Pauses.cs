using Xunit;

namespace Samples.Tests.Peers;

/// <summary>
/// The tests whose wire tells two messages apart by the pause between them: by themselves, since a busy neighbour swallows pauses.
/// </summary>
[CollectionDefinition(nameof(Pauses), DisableParallelization = true)]
public sealed class Pauses;
