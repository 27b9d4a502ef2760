using ProtoKit.Concurrency.Readiness;

namespace ProtoKit.Concurrency;

/// <summary>The models by their names.</summary>
internal static class Models
{
    // What the process itself, its listeners and its files need.
    private const int KeptBack = 64;

    /// <summary>The clients that a model serves at once, unless somebody says otherwise.</summary>
    public static int MaxConnections(ConcurrencyModel model) => model switch
    {
        ConcurrencyModel.Select => 900,
        ConcurrencyModel.Thread => 512,
        ConcurrencyModel.Process => 64,
        _ => 4096,
    };

    /// <summary>The most clients that this process could have descriptors for.</summary>
    public static long Affordable() => Descriptors.Most == int.MaxValue ? long.MaxValue : Math.Max(1, Descriptors.Most - KeptBack);

    /// <summary>Makes the model. Throws <see cref="PlatformNotSupportedException"/> where there is no such thing.</summary>
    /// <param name="model">Which.</param>
    /// <param name="failed">Hears of failures that are nobody's conversation.</param>
    public static IModel Create(ConcurrencyModel model, Action<Exception> failed)
    {
        if (model != ConcurrencyModel.Async && !OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException($"the model {NameOf(model)} needs Linux; async runs everywhere");
        return model switch
        {
            ConcurrencyModel.Async => OperatingSystem.IsLinux() ? new SpreadModel(failed) : new AsyncModel(),
            ConcurrencyModel.Iterative => new IterativeModel(failed),
            ConcurrencyModel.Thread => new ThreadModel(failed),
            ConcurrencyModel.Poll => new LoopModel("poll", new SweepSet(), failed),
            ConcurrencyModel.Select => new LoopModel("select", new SelectSet(), failed),
            ConcurrencyModel.Epoll => new LoopModel("epoll", new EpollSet(), failed),
            _ => throw new ArgumentOutOfRangeException(nameof(model)),
        };
    }

    /// <summary>The model's name on the command line.</summary>
    public static string NameOf(ConcurrencyModel model) => model.ToString().ToLowerInvariant();

    /// <summary>The model of that name. Throws <see cref="FormatException"/> when there is none.</summary>
    public static ConcurrencyModel Named(string name) => Enum.GetValues<ConcurrencyModel>().Where(model => NameOf(model) == name).Select(model => (ConcurrencyModel?)model).FirstOrDefault()
        ?? throw new FormatException($"there is no model '{name}'; there are {string.Join(", ", Enum.GetValues<ConcurrencyModel>().Select(NameOf))}");
}
