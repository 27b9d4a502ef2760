using System.Net.Sockets;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>What the suite is run over: a new model or transport is a row here.</summary>
public static class Rows
{
    private static readonly string[] Transports = Socket.OSSupportsIPv6 ? ["tcp", "tcp6", "unix"] : ["tcp", "unix"];
    private static readonly string[] Samples = ["echo", "ftp", "redis"];

    public static TheoryData<ConcurrencyModel> Models => [.. Enum.GetValues<ConcurrencyModel>()];

    /// <summary>Those that serve several clients at once.</summary>
    public static TheoryData<ConcurrencyModel> Together => [.. Enum.GetValues<ConcurrencyModel>().Where(model => model != ConcurrencyModel.Iterative)];

    /// <summary>Those that have one thread for all.</summary>
    public static TheoryData<ConcurrencyModel> Loops => [ConcurrencyModel.Poll, ConcurrencyModel.Select, ConcurrencyModel.Epoll];

    public static TheoryData<ConcurrencyModel, string, string> ModelsTransportsSamples => [.. from model in Enum.GetValues<ConcurrencyModel>()
                                                                                               from transport in Transports
                                                                                               from sample in Samples
                                                                                               select (model, transport, sample)];

    public static TheoryData<ConcurrencyModel, string> TogetherInAllWays(params string[] ways) =>
        [.. from model in Enum.GetValues<ConcurrencyModel>() where model != ConcurrencyModel.Iterative from way in ways select (model, way)];
}
