/** Variables that services set where they run a job; `CI` is set by nearly all. */
const variables = ['CI', 'CONTINUOUS_INTEGRATION', 'TF_BUILD', 'JENKINS_URL', 'TEAMCITY_VERSION'];

/** Whether a service runs the program, where no file that is under version control is to change. */
export function isContinuousIntegration(environment: NodeJS.ProcessEnv): boolean {
  return variables.some((name) => !/^(?:|0|false|no)$/i.test(environment[name] ?? ''));
}
