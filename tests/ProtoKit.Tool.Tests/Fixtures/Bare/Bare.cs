using System.Reflection;

// A library without the Runtime: it can be described, and cannot be served.
[assembly: AssemblyMetadata("ProtoKit.Protocol:bare", """{"v":1,"type":"protocol","name":"bare","class":"Bare.Bare","port":2123,"wire":{"kind":"text"}}""")]
[assembly: AssemblyMetadata("ProtoKit.Server:Bare.Bare", """{"class":"Bare.BareServer"}""")]
