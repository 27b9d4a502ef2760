using System.Reflection;

[assembly: AssemblyMetadata("ProtoKit.Protocol:fake", """
    {"v":1,"type":"protocol","name":"fake","class":"Fixtures.Fake","summary":"Stands in for a real one.","port":2121,
     "wire":{"kind":"text","encoding":"utf-8","newLine":"crlf","maxLine":4096,"maxArguments":16},
     "limits":{"idle":3600000},
     "messages":[
      {"name":"List","kind":"command","template":"L","verb":"L","match":"whole","reply":"Listing","steps":[{"step":"literal","text":"L"},{"step":"end"}]},
      {"name":"Put","kind":"command","template":"P","verb":"P","match":"word","reply":"Stored","summary":"Stores a file.",
       "fields":[{"name":"Name","type":"Fixtures.FileName","kind":"parsed","maxBytes":255},{"name":"Data","type":"Body","kind":"body","file":"Name"}],
       "steps":[{"step":"literal","text":"P"},{"step":"slot","field":"Name","form":"quoted","lead":true},{"step":"length","field":"Data","lead":true},{"step":"end"},{"step":"body","field":"Data","max":4294967296}]},
      {"name":"Listing","kind":"reply","template":"OK {Files.Count}","verb":"OK",
       "fields":[{"name":"Files","type":"IReadOnlyList<Entry>","kind":"lines","item":"Entry"}],
       "steps":[{"step":"literal","text":"OK"},{"step":"count","field":"Files","lead":true},{"step":"end"},{"step":"lines","field":"Files","line":"Entry"}]},
      {"name":"Stored","kind":"reply","template":"OK stored","steps":[{"step":"literal","text":"OK stored"},{"step":"end"}]},
      {"name":"Error","kind":"fault","template":"ERR {Code} {Message}","fields":[{"name":"Code","type":"string","kind":"text"},{"name":"Message","type":"string","kind":"text"}],
       "steps":[{"step":"literal","text":"ERR"},{"step":"slot","field":"Code","form":"word","lead":true},{"step":"slot","field":"Message","form":"rest","lead":true},{"step":"end"}]},
      {"name":"Entry","kind":"line","fields":[{"name":"Size","type":"long","kind":"integer"},{"name":"Name","type":"string","kind":"text"}],
       "steps":[{"step":"slot","field":"Size","form":"word"},{"step":"slot","field":"Name","form":"rest","lead":true}]}]}
    """)]
[assembly: AssemblyMetadata("ProtoKit.Server:Fixtures.Fake", """
    {"class":"Fixtures.FakeServer","settings":[{"name":"act","type":"text","default":"\"\""},{"name":"root","type":"directory","default":"./library"}]}
    """)]
[assembly: AssemblyMetadata("ProtoKit.Protocol:other", """
    {"v":1,"type":"protocol","name":"other","class":"Fixtures.Other","port":2122,"wire":{"kind":"unframed","encoding":"utf-8","readSize":1024},
     "messages":[{"name":"Say","kind":"command","template":"{Text}","reply":"Answer",
       "fields":[{"name":"Text","type":"string","kind":"text"}],"steps":[{"step":"slot","field":"Text","form":"rest"},{"step":"end"}]},
      {"name":"Answer","kind":"reply","template":"{Text}","fields":[{"name":"Text","type":"string","kind":"text"}],"steps":[{"step":"slot","field":"Text","form":"rest"},{"step":"end"}]}]}
    """)]
[assembly: AssemblyMetadata("ProtoKit.Server:Fixtures.Other", """{"class":"Fixtures.OtherServer"}""")]
[assembly: AssemblyMetadata("ProtoKit.Protocol:unserved", """{"v":1,"type":"protocol","name":"unserved","class":"Fixtures.Unserved","wire":{"kind":"text"}}""")]

// The reference to the Runtime must be one in the metadata too.
Console.WriteLine(typeof(ProtoKit.Hosting.ToolEntry).Name);
