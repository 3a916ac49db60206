def build = new File(basedir, 'target/stepunit/mutation')
def log = new File(basedir, 'build.log').text

['index.html', 'mutation-report.json', 'summary.txt'].each {
    assert new File(build, it).size() > 0
}
return true
