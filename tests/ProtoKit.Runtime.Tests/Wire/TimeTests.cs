namespace RuntimeTests;

public class TimeTests
{
    [Theory]
    [InlineData("2026-11-20T15:31:04Z"), InlineData("2026-11-20T15:31:04.5+08:00"), InlineData("0001-01-01T00:00:00Z"), InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("2024-02-29T12:00:00-03:30")]
    public async Task Times_come_back_as_they_went(string moment)
    {
        var said = await Kinds.Rig(new KindsServer()).SayAsync($"TIMES {moment} 2024-02-29 23:59:59.9999999\r\n");
        Assert.Equal($"TIMES {moment} 2024-02-29 23:59:59.9999999\r\n", said.Text);
    }

    [Theory]
    [InlineData("2026-11-20 15:31:04Z"), InlineData("2026-11-20T15:31:04"), InlineData("2026-11-20T15:31Z"), InlineData("2026-13-20T15:31:04Z"), InlineData("2026-02-30T15:31:04Z")]
    [InlineData("2026-11-20T24:00:00Z"), InlineData("2026-11-20T15:31:04+8:00"), InlineData("2026-11-20T15:31:04+00:00"), InlineData("2026-11-20T15:31:04-00:00")]
    [InlineData("2026-11-20T15:31:04+15:00"), InlineData("2026-11-20T15:31:60Z"), InlineData("2026-11-20T15:31:04.12345678Z"), InlineData("2026-11-20t15:31:04z")]
    [InlineData("0001-01-01T00:00:00+01:00"), InlineData("9999-12-31T23:59:59-01:00"), InlineData("2026-11-2０T15:31:04Z"), InlineData("20261120T153104Z")]
    public void What_is_no_moment_is_refused(string text) =>
        Assert.False(Fields.Word(text, (ref FieldReader fields) => fields.Moment("field")).Read);

    [Theory]
    [InlineData("2026-2-03"), InlineData("2023-02-29"), InlineData("26-02-03"), InlineData("2026-02-03Z"), InlineData("")]
    public void What_is_no_date_is_refused(string text) =>
        Assert.False(Fields.Word(text, (ref FieldReader fields) => fields.Date("field")).Read);

    [Theory]
    [InlineData("1:02:03"), InlineData("01:02"), InlineData("01:02:03."), InlineData("25:00:00"), InlineData("01:02:03Z")]
    public void What_is_no_time_of_day_is_refused(string text) =>
        Assert.False(Fields.Word(text, (ref FieldReader fields) => fields.Time("field")).Read);
}
